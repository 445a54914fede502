# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_dateline_global_optspecs
    string join \n h/help V/version
end

function __fish_dateline_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_dateline_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_dateline_using_subcommand
    set -l cmd (__fish_dateline_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c dateline -n "__fish_dateline_needs_command" -s h -l help -d 'Print help'
complete -c dateline -n "__fish_dateline_needs_command" -s V -l version -d 'Print version'
complete -c dateline -n "__fish_dateline_needs_command" -a "suggest" -d 'Prints the suggestions for articles, one a line'
complete -c dateline -n "__fish_dateline_needs_command" -a "import" -d 'Adds articles, or annotations of other tools, to a project, which is made if it is not there'
complete -c dateline -n "__fish_dateline_needs_command" -a "export" -d 'Writes a project in the format of another tool'
complete -c dateline -n "__fish_dateline_needs_command" -a "convert" -d 'Changes how a project lies on disk'
complete -c dateline -n "__fish_dateline_needs_command" -a "check" -d 'Reads and verifies a project; says what is wrong and where'
complete -c dateline -n "__fish_dateline_needs_command" -a "stats" -d 'Counts what a project holds'
complete -c dateline -n "__fish_dateline_needs_command" -a "edit" -d 'Takes one command a line in JSON on standard input and answers each with a line'
complete -c dateline -n "__fish_dateline_needs_command" -a "train" -d 'Makes the weights of the instant tagger from corpora'
complete -c dateline -n "__fish_dateline_needs_command" -a "evaluate" -d 'Says how good the suggestions are: precision, recall and F1 by label'
complete -c dateline -n "__fish_dateline_needs_command" -a "formats" -d 'Lists the formats of `export` and `import`: name, reads or writes, file or folder, what it is, what it carries'
complete -c dateline -n "__fish_dateline_needs_command" -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c dateline -n "__fish_dateline_using_subcommand suggest" -l encoding -d 'The encoding of the files, where it is not found out rightly' -r
complete -c dateline -n "__fish_dateline_using_subcommand suggest" -l columns -d 'What the columns of a table, or the fields of JSON, are, by name or number: `text=body,title=headline`. What can be said: text, title, date, byline, site, url, language; what is not said is guessed, and `date=` says that there is none' -r
complete -c dateline -n "__fish_dateline_using_subcommand suggest" -l published -d 'The day the articles were published' -r
complete -c dateline -n "__fish_dateline_using_subcommand suggest" -l format -r -f -a "jsonl\t'One JSON object a line'
text\t'A table for people'"
complete -c dateline -n "__fish_dateline_using_subcommand suggest" -l whole-page -d 'Takes everything on a web page for the article, its menus too'
complete -c dateline -n "__fish_dateline_using_subcommand suggest" -l fast -d 'Only what is instant'
complete -c dateline -n "__fish_dateline_using_subcommand suggest" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c dateline -n "__fish_dateline_using_subcommand import" -l encoding -d 'The encoding of the files, where it is not found out rightly' -r
complete -c dateline -n "__fish_dateline_using_subcommand import" -l columns -d 'What the columns of a table, or the fields of JSON, are, by name or number: `text=body,title=headline`. What can be said: text, title, date, byline, site, url, language; what is not said is guessed, and `date=` says that there is none' -r
complete -c dateline -n "__fish_dateline_using_subcommand import" -l whole-page -d 'Takes everything on a web page for the article, its menus too'
complete -c dateline -n "__fish_dateline_using_subcommand import" -s h -l help -d 'Print help'
complete -c dateline -n "__fish_dateline_using_subcommand export" -l format -d 'One of the names that `dateline formats` lists' -r
complete -c dateline -n "__fish_dateline_using_subcommand export" -l out -d 'A file, or a folder where the format writes several; `-` for standard output' -r -F
complete -c dateline -n "__fish_dateline_using_subcommand export" -s h -l help -d 'Print help'
complete -c dateline -n "__fish_dateline_using_subcommand convert" -l to -d 'One file, or a folder with a file for each article' -r -f -a "file\t'All of it in one file'
folder\t'A file that names those of the articles, which lie in NAME.articles beside it'"
complete -c dateline -n "__fish_dateline_using_subcommand convert" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c dateline -n "__fish_dateline_using_subcommand check" -s h -l help -d 'Print help'
complete -c dateline -n "__fish_dateline_using_subcommand stats" -s h -l help -d 'Print help'
complete -c dateline -n "__fish_dateline_using_subcommand edit" -s h -l help -d 'Print help'
complete -c dateline -n "__fish_dateline_using_subcommand train" -l out -d 'Where the weights go' -r -F
complete -c dateline -n "__fish_dateline_using_subcommand train" -s h -l help -d 'Print help'
complete -c dateline -n "__fish_dateline_using_subcommand evaluate" -l learn -d 'Decides each document before the next is suggested, as an analyst does'
complete -c dateline -n "__fish_dateline_using_subcommand evaluate" -l fast -d 'Only what is instant'
complete -c dateline -n "__fish_dateline_using_subcommand evaluate" -s h -l help -d 'Print help'
complete -c dateline -n "__fish_dateline_using_subcommand formats" -s h -l help -d 'Print help'
complete -c dateline -n "__fish_dateline_using_subcommand help; and not __fish_seen_subcommand_from suggest import export convert check stats edit train evaluate formats help" -f -a "suggest" -d 'Prints the suggestions for articles, one a line'
complete -c dateline -n "__fish_dateline_using_subcommand help; and not __fish_seen_subcommand_from suggest import export convert check stats edit train evaluate formats help" -f -a "import" -d 'Adds articles, or annotations of other tools, to a project, which is made if it is not there'
complete -c dateline -n "__fish_dateline_using_subcommand help; and not __fish_seen_subcommand_from suggest import export convert check stats edit train evaluate formats help" -f -a "export" -d 'Writes a project in the format of another tool'
complete -c dateline -n "__fish_dateline_using_subcommand help; and not __fish_seen_subcommand_from suggest import export convert check stats edit train evaluate formats help" -f -a "convert" -d 'Changes how a project lies on disk'
complete -c dateline -n "__fish_dateline_using_subcommand help; and not __fish_seen_subcommand_from suggest import export convert check stats edit train evaluate formats help" -f -a "check" -d 'Reads and verifies a project; says what is wrong and where'
complete -c dateline -n "__fish_dateline_using_subcommand help; and not __fish_seen_subcommand_from suggest import export convert check stats edit train evaluate formats help" -f -a "stats" -d 'Counts what a project holds'
complete -c dateline -n "__fish_dateline_using_subcommand help; and not __fish_seen_subcommand_from suggest import export convert check stats edit train evaluate formats help" -f -a "edit" -d 'Takes one command a line in JSON on standard input and answers each with a line'
complete -c dateline -n "__fish_dateline_using_subcommand help; and not __fish_seen_subcommand_from suggest import export convert check stats edit train evaluate formats help" -f -a "train" -d 'Makes the weights of the instant tagger from corpora'
complete -c dateline -n "__fish_dateline_using_subcommand help; and not __fish_seen_subcommand_from suggest import export convert check stats edit train evaluate formats help" -f -a "evaluate" -d 'Says how good the suggestions are: precision, recall and F1 by label'
complete -c dateline -n "__fish_dateline_using_subcommand help; and not __fish_seen_subcommand_from suggest import export convert check stats edit train evaluate formats help" -f -a "formats" -d 'Lists the formats of `export` and `import`: name, reads or writes, file or folder, what it is, what it carries'
complete -c dateline -n "__fish_dateline_using_subcommand help; and not __fish_seen_subcommand_from suggest import export convert check stats edit train evaluate formats help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
