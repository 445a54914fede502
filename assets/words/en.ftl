# What the window says, in English. One message a line, by its key; what is missing in another language is said in
# English. Project Fluent (projectfluent.org) describes the format.
#
# Sentence case. No full stop after a single sentence, no colon after a label, `…` on what asks for more.

language-name = English

## Menus

menu-file = File
menu-edit = Edit
menu-mark = Mark
menu-review = Review
menu-view = View
menu-help = Help
recent-files = Recent files
named-step = { $command }: { $step }

## Commands, in the order of the menus

open-articles = Open articles…
import-annotations = Import annotations…
paste-article = Paste text as an article…
open-sample = Open the sample article
remove-article = Remove this article from the project
new-project = New project
open-project = Open project…
save = Save
save-as = Save as…
article-files = Keep each article in a file of its own
one-file = Keep the project in one file
export = Export…
earlier-states = Earlier states…
reload-project = Read the project again from its file
take-over = Take over from the other Dateline
quit = Quit
undo = Undo
redo = Redo
copy = Copy
select-all = Select the whole article
find-here = Find…
find-next = Find next
find-previous = Find previous
find-in-project = Find in the project…
delete-mark = Delete mark
edit-note = Write a note
entity-facts = Facts about this entity…
toggle-metonym = Stands for its government
set-date = Say what this date means…
relate = Relate two marks
edit-relation = Correct this relation…
tag-all-in-article = Tag all of this name in the article
tag-all-in-project = Tag all of this name in the project
sticky-label = Keep the label for the next selections
pick-label = Choose a label…
edit-labels = Labels…
grow-end = Grow at the end by a word
shrink-end = Shrink at the end by a word
grow-start = Grow at the start by a word
shrink-start = Shrink at the start by a word
next-mark = Next mark
previous-mark = Previous mark
next-suggestion = Next suggestion
previous-suggestion = Previous suggestion
accept = Accept
accept-name = Accept all of this name in the article
accept-entity = Accept all of this entity in the project
accept-all = Accept all that are shown in the article…
reject = Reject
reject-in-article = Reject this name in the article
reject-in-project = Reject this name in the project
know-name = Always suggest this name
forget-name = Forget what was learnt of this name
lists-of-names = Lists of names…
show-surer = Show only what is surer
show-less-sure = Show what is less sure too
show-all-suggestions = Show all suggestions
careful-suggestions = Read carefully (better, slower)
next-article = Next article
previous-article = Previous article
timeline = Timeline
map-of-ties = Map of ties
larger-text = Larger text
smaller-text = Smaller text
normal-text = Normal text size
theme-system = Theme of the system
theme-light = Light theme
theme-dark = Dark theme
choose-language = Language…
all-commands = All commands…
show-keys = Keys
about-dateline = About Dateline
back-out = Back out

## The language of the window

language = Language
language-of-system = Language of the system

## The list of all commands

palette-hint = What do you want to do?
palette-field = Find a command
palette-nothing = No command is called so. Try fewer letters.
palette-row = { $menu }: { $command }
palette-not-now = { $command }, not now

## The sheet of keys

keys-or = { $first } or { $second }
keys-in-article = In the article
keys-label = Label the selection, the current mark or the word at the caret
keys-keep-label = Keep a label for the next selections
keys-arrows = Arrows
keys-move = Move the caret; with Ctrl by words, with Shift to select
keys-drag = Drag
keys-select = Select by words; with Alt by characters
keys-double-click = Double click
keys-select-word = Select a word; three times a sentence
keys-click-mark = Click a mark
keys-select-mark = Select it; click again for the one beneath
keys-back-out = Back out of whatever is going on

## Buttons that many windows have

close = Close
cancel = Cancel
done = Done

## Settings

settings = Settings…
settings-title = Settings
settings-where = yours, on this machine
settings-looks = LOOKS
settings-theme = Theme
settings-theme-system = As the system
settings-theme-light = Light
settings-theme-dark = Dark
settings-zoom = Size of everything
settings-motion = Motion
settings-less-motion = Nothing glides
settings-reading = READING
settings-text-size = Size of the letters
settings-column = Width of the column
settings-characters = {" "}characters
settings-lines = From line to line
settings-sample = Envoys of both sides met in Vienna on Tuesday for the first time since spring. “We listened,” one of them said, and would not say more.
settings-suggestions = SUGGESTIONS
settings-care = Care
settings-least-sure = Show what is at least so sure
settings-keys = KEYS
settings-keys-find = Find a command
settings-keys-press = Press the keys, or Esc
settings-keys-none = no keys
settings-keys-of = { $command }: { $keys }. Change
settings-keys-remove = None
settings-keys-back = As before
settings-keys-refused = { $keys } belongs to labels, the caret or the clipboard.
settings-keys-taken = { $keys } is for “{ $command }” now.
settings-keys-take = Use it here
settings-reset = Set everything back
settings-reset-hint = All settings and keys as they were at first; recent files stay

## The tour

tour = Tour in five steps
tour-step = { $step } of { $steps }
tour-next = Next
tour-back = Back
tour-skip = Skip the tour
tour-end = End the tour
tour-done = done
tour-sample = Open the sample
tour-open = Open an article
tour-open-how = Ctrl+O opens articles from files, or drop files on the window. For now, the sample will do.
tour-review = Review what was found
tour-review-how = Tab goes to the next suggestion. Enter accepts it, Backspace rejects it. Accept three.
tour-mark = Mark words by hand
tour-mark-how = Drag over words, or double-click one, and press the number of a label: 1 for a person, 3 for a place.
tour-entities = See who is who
tour-entities-how = Open the list of entities at the right: each person, place and organization once, with all its names.
tour-save = Save your work
tour-save-how = Ctrl+S writes everything into one file. Nothing is lost before that either: a crash brings back every step.

## The guide

guide = Guide
guide-title = Guide
guide-open = Open articles
guide-open-text = Text, web pages, PDF, Word, mails, agency feeds, tables and more: open them with Ctrl+O, drop them or a whole folder on the window, or paste text with Ctrl+Shift+V. Nothing is ever fetched from the network. Title, author and date are read from the file; click them above the article to correct them. “How this article was read” shows what was left out of a web page.
guide-review = Review suggestions
guide-review-text = People, organizations, places, groups, events and dates are underlined as soon as an article is open. Tab goes to the next one, Enter accepts, Backspace rejects, a number accepts it under another label. Shift+Enter accepts all of an entity, Ctrl+Enter all of a name, Ctrl+Shift+A all that are shown, after a look. Every answer is learnt from at once.
guide-mark = Mark by hand
guide-mark-text = Drag over words and press the number of a label; L finds a label by its name. With the caret in a word the number alone is enough. Alt and the arrows grow and shrink a mark, Delete removes it, Ctrl+T tags the same name everywhere in the article. Marks may overlap and nest. Ctrl+Z takes back every step, also after a restart.
guide-entities = Tie names together
guide-entities-text = Mentions of one person or place are one entity, listed at the right. Tick several to merge them, take a mention out where it is someone else, and press Ctrl+E for what is known about it. R relates two marks; the map of ties (Ctrl+Shift+M) shows who is tied to whom.
guide-dates = Dates
guide-dates-text = Dates are read against the day of publication: “last Tuesday” gets its day, in small letters beneath it. D says what a date means where it was read wrongly. The timeline (Ctrl+Shift+L) has all of them in order.
guide-find = Find
guide-find-text = Ctrl+F finds in the article, Ctrl+Shift+F in the whole project: words, whole words, expressions, and marks, as in “label:Person near:5 talks”. All that was found can be tagged at once. Ctrl+Shift+P finds every command by its name.
guide-labels = Labels
guide-labels-text = Ctrl+K opens the labels of the project: add, rename, recolour, merge and delete them, or use another set. Before marks change, you see how many.
guide-safe = Nothing is lost
guide-safe-text = Every step is on disk a moment after it is made, saved or not. After a crash everything comes back by itself. Ctrl+H shows earlier states of the project and goes back to one. If another program changes the file, nothing of either side is overwritten.
guide-exchange = Exchange
guide-exchange-text = Export (Ctrl+Shift+E) writes CSV, JSON lines, CoNLL, brat, spaCy, UIMA, WebAnno, W3C annotations, STIX, graphs, a report and more; annotations of these tools come in with Ctrl+Shift+I. The project itself is one readable file in RON.
tour-offer = New here? Take the tour: five steps, two minutes
