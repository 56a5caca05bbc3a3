export const passwordHints = {
    too_short: 'Use at least 8 characters.',
    address: 'Leave out your e-mail address.',
    common: 'Do not build on a common password or a name.',
    repetition: 'Repeating something adds little.',
    sequence: 'Rows of the keyboard, counting and years are guessed early.',
    longer: 'Add a few words: length counts most.',
};
const shortest = 8;
const longest = 128;
const thresholds = [20, 28, 38, 50];
export function passwordStrength(password, { email = '' } = {}) {
    const text = [...password.slice(0, 4 * longest).normalize('NFKC')].slice(0, longest).join('');
    if ([...text].length < shortest)
        return { score: 0, hint: 'too_short' };
    const parts = split(text, namesIn(email));
    const bits = parts.reduce((sum, part) => sum + part.bits, 0);
    const score = thresholds.filter((threshold) => bits >= threshold).length;
    return { score, hint: score >= 3 ? null : hintOf(parts) };
}
function split(text, names) {
    const lower = text.toLowerCase();
    const plain = lower.replace(/[@$013457!]/g, (sign) => letterOf[sign] ?? sign);
    const parts = [];
    for (let at = 0; at < text.length;) {
        const found = [
            nameAt(lower, at, names),
            repetitionAt(lower, at),
            sequenceAt(lower, at),
            commonAt(lower, at) ?? commonAt(plain, at),
            yearAt(lower, at),
        ].filter((part) => part !== null);
        const part = found.toSorted((one, other) => other.length - one.length)[0] ?? single(text.charAt(at));
        parts.push(part);
        at += part.length;
    }
    return parts;
}
const letterOf = {
    '@': 'a',
    $: 's',
    '0': 'o',
    '1': 'i',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '7': 't',
    '!': 'i',
};
function single(character) {
    return { length: 1, bits: /\p{Ll}|\s/u.test(character) ? 3 : 4, hint: 'longer' };
}
function namesIn(email) {
    const lower = email.toLowerCase();
    return [lower, ...lower.split(/[^\p{L}\p{N}]+/u)].filter(({ length }) => length >= 3);
}
function nameAt(text, at, names) {
    const [name] = names.filter((each) => text.startsWith(each, at)).toSorted((a, b) => b.length - a.length);
    return name === undefined ? null : { length: name.length, bits: 2, hint: 'address' };
}
function commonAt(text, at) {
    ranks ??= new Map(common
        .trim()
        .split(/\s+/)
        .map((word, rank) => [word, rank]));
    for (let length = longestWord; length >= 4; length -= 1) {
        const rank = ranks.get(text.slice(at, at + length));
        if (rank !== undefined && at + length <= text.length)
            return { length, bits: Math.log2(rank + 2) + 1, hint: 'common' };
    }
    return null;
}
function repetitionAt(text, at) {
    for (let size = 1; size <= 4; size += 1) {
        const block = text.slice(at, at + size);
        let times = 1;
        while (block.length === size && text.startsWith(block, at + size * times))
            times += 1;
        if (times >= (size > 2 ? 2 : 3))
            return { length: size * times, bits: 3 * size + Math.log2(times), hint: 'repetition' };
    }
    return null;
}
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'yxcvbnm', 'azertyuiop', '1qaz2wsx3edc4rfv'];
const lines = [...rows, 'abcdefghijklmnopqrstuvwxyz', '01234567890'].flatMap((line) => [line, reversed(line)]);
function reversed(line) {
    return [...line].toReversed().join('');
}
function sequenceAt(text, at) {
    let length = 2;
    while (at + length < text.length && lines.some((line) => line.includes(text.slice(at, at + length + 1))))
        length += 1;
    return length < 3 ? null : { length, bits: 4 + Math.log2(length), hint: 'sequence' };
}
function yearAt(text, at) {
    return /^(?:19|20)\d\d/.test(text.slice(at, at + 4)) ? { length: 4, bits: 6, hint: 'sequence' } : null;
}
function hintOf(parts) {
    const lengths = new Map();
    for (const { hint, length } of parts)
        if (hint !== 'longer')
            lengths.set(hint, (lengths.get(hint) ?? 0) + length);
    const [worst] = [...lengths].toSorted(([, one], [, other]) => other - one);
    return worst?.[0] ?? 'longer';
}
const longestWord = 12;
let ranks;
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
`;
