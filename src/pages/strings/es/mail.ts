import type { mail as english } from '../en/mail.ts'
import type { Words } from '../words.ts'

/** Mails. */
export const mail: Words<typeof english> = {
  'mail.time': 'El enlace sirve una sola vez, durante {duration}.',
  'mail.resetPassword.subject': 'Elija una contraseña nueva',
  'mail.resetPassword.text':
    'Alguien, seguramente usted, ha pedido una contraseña nueva para la cuenta {email} en {host}.',
  'mail.resetPassword.action': 'Elegir una contraseña nueva',
  'mail.resetPassword.note': 'Si no ha sido usted, no haga nada: su contraseña sigue como está.',
  'mail.passwordChanged.subject': 'Su contraseña se ha cambiado',
  'mail.passwordChanged.text':
    'La contraseña de su cuenta {email} en {host} se ha cambiado con un enlace enviado a esta dirección. Se ha cerrado su sesión en todas partes y las aplicaciones que tenían acceso deben volver a pedirlo.',
  'mail.passwordChanged.note':
    'Si no ha sido usted, otra persona puede leer su correo: proteja primero este buzón y pida después una contraseña nueva.',
  'mail.verifyEmail.subject': 'Confirme su dirección de correo',
  'mail.verifyEmail.text':
    'Alguien, seguramente usted, ha indicado la dirección {email} en {host}. Confirme que es suya con la contraseña que eligió allí.',
  'mail.verifyEmail.action': 'Confirmar la dirección',
  'mail.verifyEmail.note':
    'Si no ha sido usted, no haga nada: sin confirmación nadie puede usar la dirección.',
  'mail.changeEmail.subject': 'Confirme su nueva dirección de correo',
  'mail.changeEmail.text':
    'Alguien, seguramente usted, quiere que una cuenta en {host} tenga a partir de ahora la dirección {email}. Confirme que es suya con la contraseña de la cuenta.',
  'mail.changeEmail.note':
    'Si no ha sido usted, no haga nada: sin confirmación nadie puede usar la dirección.',
  'mail.emailTaken.subject': 'Ya tiene una cuenta',
  'mail.emailTaken.text':
    'Alguien, seguramente usted, quería que otra cuenta en {host} tuviera la dirección {email}, que ya tiene una cuenta.',
  'mail.emailTaken.note': 'Si no ha sido usted, no haga nada: no ha cambiado nada.',
  'mail.passwordReplaced.subject': 'Su contraseña se ha cambiado',
  'mail.passwordReplaced.text':
    'La contraseña de su cuenta {email} en {host} la ha cambiado alguien que conocía la anterior. Se ha cerrado su sesión en todos los demás lugares y las aplicaciones que tenían acceso deben volver a pedirlo.',
  'mail.passwordReplaced.note':
    'Si no ha sido usted, pida enseguida una contraseña nueva: así se cierra la sesión de quien lo haya hecho.',
  'mail.emailChangeRequested.subject': 'Su cuenta va a tener otra dirección',
  'mail.emailChangeRequested.text':
    'Alguien, seguramente usted, quiere que su cuenta {email} en {host} tenga otra dirección de correo. El cambio se hace cuando la dirección nueva se confirma con la contraseña de la cuenta.',
  'mail.emailChangeRequested.note':
    'Si no ha sido usted, cambie enseguida su contraseña: así la confirmación deja de servir.',
  'mail.emailReplaced.subject': 'Su cuenta tiene otra dirección',
  'mail.emailReplaced.text':
    'La cuenta en {host} que tenía la dirección {email} tiene ahora otra, a la que se envían todos los correos a partir de ahora.',
  'mail.emailReplaced.note': 'Si no ha sido usted, diríjase a quien administra {host}.',
  'mail.emailGiven.subject': 'Esta es ahora la dirección de su cuenta',
  'mail.emailGiven.text':
    'Su cuenta en {host} tiene a partir de ahora la dirección {email}. Con ella inicia sesión y a ella se envían todos los correos.',
  'mail.emailGiven.note': 'Si no ha sido usted, diríjase a quien administra {host}.',
  'mail.deletionRequested.subject': 'Su cuenta se va a eliminar',
  'mail.deletionRequested.text':
    'Alguien, seguramente usted, ha pedido que se elimine su cuenta {email} en {host}. Se eliminará el {date} con todo lo que le pertenece; ya no hay ninguna sesión iniciada y las aplicaciones no tienen acceso.',
  'mail.deletionRequested.note':
    'Si no ha sido usted, o si cambia de opinión, inicie sesión antes de ese día: entonces la cuenta se conserva.',
  'mail.deletionCancelled.subject': 'Su cuenta se conserva',
  'mail.deletionCancelled.text':
    'Alguien ha iniciado sesión en su cuenta {email} en {host}, que se iba a eliminar. La cuenta se conserva.',
  'mail.deletionCancelled.note': 'Si no ha sido usted, cambie su contraseña.',
  'mail.accountDeleted.subject': 'Su cuenta se ha eliminado',
  'mail.accountDeleted.text':
    'Su cuenta {email} en {host} se ha eliminado con todo lo que le pertenecía, tal como se pidió.',
  'mail.accountDeleted.note': 'Este es el último correo sobre ella.',
  'mail.signInCode.subject': 'Su código para iniciar sesión',
  'mail.signInCode.text':
    'Alguien, seguramente usted, está demostrando quién es en {host}, para la cuenta {email}. Este es el código, que sirve una sola vez y durante poco tiempo:',
  'mail.signInCode.note':
    'No se lo pedimos en ningún otro sitio. Si no ha sido usted, alguien conoce su contraseña: no dé el código a nadie y cambie la contraseña.',
  'mail.secondFactorAdded.subject': 'Su cuenta pide a partir de ahora un segundo factor',
  'mail.secondFactorAdded.text': 'Se ha añadido un segundo factor a su cuenta {email} en {host}.',
  'mail.secondFactorAdded.note':
    'Si no ha sido usted, otra persona está usando su cuenta: pida una contraseña nueva, lo que cierra todas las sesiones, y avise a quien administra el servicio.',
  'mail.secondFactorRemoved.subject': 'Se ha quitado un segundo factor de su cuenta',
  'mail.secondFactorRemoved.text': 'Se ha quitado un segundo factor de su cuenta {email} en {host}.',
  'mail.secondFactorRemoved.note':
    'Si no ha sido usted, otra persona está usando su cuenta: pida una contraseña nueva, lo que cierra todas las sesiones, y añada después de nuevo el segundo factor.',
  'mail.accountExists.subject': 'Ya tiene una cuenta',
  'mail.accountExists.text':
    'Alguien, seguramente usted, ha intentado registrar la dirección {email} en {host}, que ya tiene una cuenta. Inicie sesión con ella, o pida una contraseña nueva si ha olvidado la suya.',
  'mail.accountExists.note': 'Si no ha sido usted, no haga nada: no ha cambiado nada.',
  'mail.passkeyAdded.subject': 'Se ha añadido una llave de acceso a su cuenta',
  'mail.passkeyAdded.text':
    'Su cuenta {email} en {host} tiene una llave de acceso nueva. Quien tenga el dispositivo en el que está puede iniciar sesión sin su contraseña.',
  'mail.passkeyAdded.note':
    'Si no ha sido usted, inicie sesión, elimine la llave de acceso, cambie su contraseña y cierre todas las demás sesiones.',
  'mail.passkeyRemoved.subject': 'Se ha eliminado una llave de acceso de su cuenta',
  'mail.passkeyRemoved.text':
    'Se ha eliminado una llave de acceso de su cuenta {email} en {host}. Ya nadie puede iniciar sesión con ella.',
  'mail.passkeyRemoved.note':
    'Si no ha sido usted, otra persona está usando su cuenta: pida una contraseña nueva, lo que cierra todas las sesiones, y vuelva a añadir la llave de acceso.',
}
