/** What would make a password better; `passwordHints` says it in English. More may come. */
export type PasswordHint = keyof typeof passwordHints

/** An estimate of how long a password would withstand somebody who guesses well. */
export type PasswordStrength = {
  /** 0 hopeless, 1 weak, 2 fair, 3 good, 4 strong */
  readonly score: 0 | 1 | 2 | 3 | 4
  /** what to change first; null when it is good */
  readonly hint: PasswordHint | null
}

/** The hints in English: for a page in another language the keys are what matters. */
export const passwordHints = {
  too_short: 'Use at least 8 characters.',
  address: 'Leave out your e-mail address.',
  common: 'Do not build on a common password or a name.',
  repetition: 'Repeating something adds little.',
  sequence: 'Rows of the keyboard, counting and years are guessed early.',
  longer: 'Add a few words: length counts most.',
} as const

const shortest = 8
/** What is behind this adds nothing, and is not looked at. */
const longest = 128

/** Bits of guessing from which on a password has the scores 1 to 4. */
const thresholds = [20, 28, 38, 50] as const

/**
 * Estimates the strength of a password while it is typed. It knows a few hundred passwords and some habits; the server has
 * the last word. Nothing is sent, nothing is kept.
 *
 * @param about.email  the address of the account, which must not be part of it
 */
export function passwordStrength(
  password: string,
  { email = '' }: { readonly email?: string | undefined } = {},
): PasswordStrength {
  const text = [...password.slice(0, 4 * longest).normalize('NFKC')].slice(0, longest).join('')
  if ([...text].length < shortest) return { score: 0, hint: 'too_short' }
  const parts = split(text, namesIn(email))
  const bits = parts.reduce((sum, part) => sum + part.bits, 0)
  const score = thresholds.filter((threshold) => bits >= threshold).length as PasswordStrength['score']
  return { score, hint: score >= 3 ? null : hintOf(parts) }
}

/** A stretch of a password and what it is worth. */
type Part = { readonly length: number; readonly bits: number; readonly hint: PasswordHint }

/** Cuts a password into what somebody who guesses would try as a whole, the longest first, and single characters. */
function split(text: string, names: readonly string[]): readonly Part[] {
  const lower = text.toLowerCase()
  const plain = lower.replace(/[@$013457!]/g, (sign) => letterOf[sign] ?? sign)
  const parts: Part[] = []
  for (let at = 0; at < text.length;) {
    const found = [
      nameAt(lower, at, names),
      repetitionAt(lower, at),
      sequenceAt(lower, at),
      commonAt(lower, at) ?? commonAt(plain, at),
      yearAt(lower, at),
    ].filter((part) => part !== null)
    const part = found.toSorted((one, other) => other.length - one.length)[0] ?? single(text.charAt(at))
    parts.push(part)
    at += part.length
  }
  return parts
}

/** Signs that are put in the place of letters: it fools nobody. */
const letterOf: Readonly<Record<string, string>> = {
  '@': 'a',
  $: 's',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '!': 'i',
}

/** Whoever writes words writes letters that follow from others: they are worth less than signs. */
function single(character: string): Part {
  return { length: 1, bits: /\p{Ll}|\s/u.test(character) ? 3 : 4, hint: 'longer' }
}

/** The address itself and its parts. */
function namesIn(email: string): readonly string[] {
  const lower = email.toLowerCase()
  return [lower, ...lower.split(/[^\p{L}\p{N}]+/u)].filter(({ length }) => length >= 3)
}

function nameAt(text: string, at: number, names: readonly string[]): Part | null {
  const [name] = names.filter((each) => text.startsWith(each, at)).toSorted((a, b) => b.length - a.length)
  return name === undefined ? null : { length: name.length, bits: 2, hint: 'address' }
}

function commonAt(text: string, at: number): Part | null {
  ranks ??= new Map(
    common
      .trim()
      .split(/\s+/)
      .map((word, rank) => [word, rank]),
  )
  for (let length = longestWord; length >= 4; length -= 1) {
    const rank = ranks.get(text.slice(at, at + length))
    if (rank !== undefined && at + length <= text.length)
      return { length, bits: Math.log2(rank + 2) + 1, hint: 'common' }
  }
  return null
}

/** Something of up to four characters that comes at least three times in a row, or twice if it is longer than two. */
function repetitionAt(text: string, at: number): Part | null {
  for (let size = 1; size <= 4; size += 1) {
    const block = text.slice(at, at + size)
    let times = 1
    while (block.length === size && text.startsWith(block, at + size * times)) times += 1
    if (times >= (size > 2 ? 2 : 3))
      return { length: size * times, bits: 3 * size + Math.log2(times), hint: 'repetition' }
  }
  return null
}

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'yxcvbnm', 'azertyuiop', '1qaz2wsx3edc4rfv']
const lines = [...rows, 'abcdefghijklmnopqrstuvwxyz', '01234567890'].flatMap((line) => [line, reversed(line)])

function reversed(line: string): string {
  return [...line].toReversed().join('')
}

function sequenceAt(text: string, at: number): Part | null {
  let length = 2
  while (at + length < text.length && lines.some((line) => line.includes(text.slice(at, at + length + 1))))
    length += 1
  return length < 3 ? null : { length, bits: 4 + Math.log2(length), hint: 'sequence' }
}

function yearAt(text: string, at: number): Part | null {
  return /^(?:19|20)\d\d/.test(text.slice(at, at + 4)) ? { length: 4, bits: 6, hint: 'sequence' } : null
}

/** What most of the password is made of. */
function hintOf(parts: readonly Part[]): PasswordHint {
  const lengths = new Map<PasswordHint, number>()
  for (const { hint, length } of parts)
    if (hint !== 'longer') lengths.set(hint, (lengths.get(hint) ?? 0) + length)
  const [worst] = [...lengths].toSorted(([, one], [, other]) => other - one)
  return worst?.[0] ?? 'longer'
}

const longestWord = 12
let ranks: Map<string, number> | undefined

/** What people choose, the most frequent first, without what they put behind it. */
const common = `
  password qwerty dragon baseball football monkey letmein shadow master michael mustang qwertyuiop superman
  jordan qazwsx jennifer trustno hunter harley zxcvbnm asdfgh buster andrew batman soccer tigger charlie
  robert sunshine thomas iloveyou ranger daniel hockey george computer michelle jessica starwars pepper zxcvbn
  freedom princess joshua maggie ginger amanda ashley love cheese nicole summer matthew chelsea dallas biteme
  matrix william yankees taylor corvette austin access martin heather thunder merlin secret diamond hello
  anthony hammer silver justin patrick richard bailey internet samantha golfer scooter test orange cookie
  maverick jackson sparky mickey phoenix bigdog snoopy guitar whatever chicken morgan andrea camaro mercedes
  peanut ferrari cowboy falcon welcome samsung steelers joseph smokey dakota melissa arsenal boomer eagles
  tigers marina nascar gateway porsche yellow monster spider diablo hannah bulldog junior london purple compaq
  lakers iceman qwer cowboys money banana boston brandon tennis johnny miller coffee scooby edward nikita
  mother yamaha brandy barney chester oliver charles player knight forever steven rangers midnight chicago
  redsox victoria badboy angel please fender chris jasper james rabbit natasha rachel marine wizard marlboro
  raiders prince casper fishing flower crystal jasmine adidas winner winter gandalf enter angela mike golden
  lauren cocacola winston madison angels panther spanky shannon sophie johnson asdfasdf david toyota tiger
  murphy canada danielle jonathan liverpoo muffin cooper apples jackie dennis black john abcd sandra pokemon
  slipknot carlos qazxsw scorpion qwaszx nathan startrek rainbow asdfghjkl redskins newyork gemini cameron
  qazwsxedc florida liverpool turtle nicholas viking booger wilson sierra doctor rocket victor dolphins
  captain bandit jaguar packers pookie peaches asdf blue dolphin helpme tucker theman tiffany maxwell jeremy
  qwertyui debbie albert maddog monica alex united giants nirvana metallic hotdog rosebud mountain benjamin
  warrior elephant success bond bonnie alexis lucky jason scorpio samson rush azerty freddy driver willie
  calvin sydney gators dexter bubba creative golf voodoo happy arthur trouble america nissan gunner rebecca
  stella garfield gordon jessie parker asdfghjk apollo jack eminem december legend airborne beavis august bear
  apple brooklyn godzilla skippy buddy qwert kitten magic shelby phantom fred nothing asdasd williams xavier
  braves darkness blink travis copper tomcat platinum qweqwe girls bigboy green power animal police online
  voyager fish sniper trinity walter blazer heaven snowball bubbles loveme cricket marvin willow donkey topgun
  nintendo saturn family november gabriel destiny pakistan pumpkin digital sergey chance explorer redwings
  therock runner lasvegas guinness beatles fire cassie christin celtic broncos andrey babygirl nelson donald
  scott eclipse cartman fluffy louise michigan testing carolina little samuel alexande birdie steve cherry
  pantera sharon gibson vampire mexico peter buffalo montana genius beer flyers maximus school minecraft
  lovely metallica doggie carter kristina kimberly spencer speedy barbara snickers sabrina carmen marcus
  bronco yankee friends paradise dreams horses cool caroline lacrosse goober member qwertyu enigma scotty
  brian surfer sammy genesis poohbear dave star qweasdzxc baby racing friend hawaii eagle billy viper october
  vanessa einstein
`
