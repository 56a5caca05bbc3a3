// Sends the one form of the page that carries an answer to an app; without this its button does.
document.forms[0].submit()
