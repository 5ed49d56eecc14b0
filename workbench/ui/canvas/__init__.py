"""The network as a picture: cards, links and the gestures of the mouse. The picture follows the document, never leads it."""
