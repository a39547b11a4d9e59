import type { CommandEntry, OptionEntry, Takes } from './command-entry.ts';
import { COMMANDS, LANGUAGE } from './commands.ts';
import { readLayouts } from './desk.ts';
import { EXIT, refuse, type Context, type ExitCode } from './io.ts';
import type { MessageLanguage } from '../output/messages-type.ts';

/** What a script is made of. */
interface Facts {
  readonly language: MessageLanguage;
  /** Layouts that can be named here and now. */
  readonly layouts: readonly string[];
}

const SHELLS: ReadonlyMap<string, (facts: Facts) => string> = new Map([
  ['bash', bash],
  ['zsh', zsh],
  ['fish', fish],
]);

/** `pagegen completion`: a script with which a shell completes commands, options and what they take. */
export function completion(shell: string, context: Context): ExitCode {
  const script = SHELLS.get(shell);
  if (!script) {
    return refuse(context, {
      zh: `没有 ${shell} 的补全；只有 bash、zsh 和 fish`,
      en: `no completion for ${shell}; there are bash, zsh and fish`,
    });
  }
  const layouts = [...readLayouts(context).keys()];
  context.io.stdout(script({ language: context.language, layouts }));
  return EXIT.done;
}

/** An option with its names and whether a value follows. */
interface Option {
  readonly names: readonly string[];
  readonly long: string;
  readonly short?: string;
  readonly about: string;
  readonly value?: { readonly name: string; readonly takes: Takes | undefined };
}

function optionsOf({ name, options }: CommandEntry, language: MessageLanguage): readonly Option[] {
  const own = options.map((entry) => optionOf(entry, language));
  const lang = name === 'lines' ? [] : [optionOf(LANGUAGE, language)];
  const about = language === 'zh' ? '显示帮助' : 'show help';
  return [...own, ...lang, { names: ['-h', '--help'], long: '--help', short: '-h', about }];
}

function optionOf({ flags, about, takes }: OptionEntry, language: MessageLanguage): Option {
  const names = flags.match(/--?[a-z][a-z-]*/g) ?? [];
  const value = /<([^>]+)>/.exec(flags)?.[1];
  const short = names.find((name) => !name.startsWith('--'));
  return {
    names,
    long: names.at(-1) ?? '',
    ...(short !== undefined && { short }),
    about: about[language],
    ...(value !== undefined && { value: { name: value, takes } }),
  };
}

/** What the arguments of a command take. */
function takenBy({ argument }: CommandEntry): Takes | undefined {
  return argument ? argument.takes : 'nothing';
}

const HEAD = (shell: string) => `# ${shell} completion of pagegen, made by \`pagegen completion ${shell}\`\n`;

/** Words of a list that a shell reads; none of ours holds a quote or a space. */
const words = (list: readonly string[]) => list.join(' ');

function bash(facts: Facts): string {
  const offer = (takes: Takes | undefined) => bashOffer(takes, facts);
  const values = COMMANDS.flatMap((entry) =>
    optionsOf(entry, facts.language).flatMap(({ names, value }) =>
      value
        ? [`    ${names.map((name) => `${entry.name}:${name}`).join('|')}) ${offer(value.takes)}; return ;;`]
        : [],
    ),
  );
  const own = COMMANDS.map((entry) => {
    const flags = words(optionsOf(entry, facts.language).flatMap(({ names }) => names));
    return `    ${entry.name}) flags="${flags}"; [[ $cur == -* ]] || { ${offer(takenBy(entry))}; return; } ;;`;
  });
  const names = COMMANDS.map(({ name }) => name);
  return `${HEAD('bash')}_pagegen() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command= flags= i
  local IFS=$' \\t\\n'
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
      ${names.join('|')}) command=\${COMP_WORDS[i]}; break ;;
    esac
  done
  case $command:$prev in
    :--lang) _pagegen_words "zh en"; return ;;
${values.join('\n')}
  esac
  case $command in
    '') flags="${words(['--lang', '--version', '--help'])}"
        [[ $cur == -* ]] || { _pagegen_words "${words(names)}"; return; } ;;
${own.join('\n')}
  esac
  _pagegen_words "$flags"
}
_pagegen_words() { COMPREPLY+=($(compgen -W "$1" -- "$cur")); }
_pagegen_files() { local IFS=$'\\n'; COMPREPLY+=($(compgen "$1" -- "$cur")); }
complete -o filenames -F _pagegen pagegen
`;
}

function bashOffer(takes: Takes | undefined, { layouts }: Facts): string {
  if (takes === undefined) return '_pagegen_files -f';
  if (takes === 'folders') return '_pagegen_files -d';
  if (takes === 'layouts') return `_pagegen_words "${words(layouts)}"; _pagegen_files -f`;
  return takes === 'nothing' ? ':' : `_pagegen_words "${words(takes)}"`;
}

function zsh(facts: Facts): string {
  const quoted = (text: string) => text.replaceAll("'", "'\\''");
  const described = (text: string) =>
    quoted(text).replaceAll(':', '\\:').replaceAll('[', '\\[').replaceAll(']', '\\]');
  const option = ({ names, about, value }: Option) => {
    const shown = `[${described(about)}]${value ? `:${value.name}:${zshOffer(value.takes)}` : ''}`;
    return names.length === 1
      ? `'${names[0]}${shown}'`
      : `'(${names.join(' ')})'{${names.join(',')}}'${shown}'`;
  };
  const cases = COMMANDS.map((entry) => {
    const takes = takenBy(entry);
    const form = entry.argument?.form.replace(/[<>[\].]/g, '') ?? '';
    const rest = takes === 'nothing' ? [] : [`'*:${form}:${zshOffer(takes)}'`];
    const lines = [...optionsOf(entry, facts.language).map(option), ...rest];
    return `    (${entry.name})\n      _arguments ${lines.join(' \\\n        ')} ;;`;
  });
  const commands = COMMANDS.map(({ name, about }) => `    '${name}:${described(about[facts.language])}'`);
  return `#compdef pagegen
${HEAD('zsh')}
_pagegen_layouts() {
  _alternative 'layouts:layout:(${words(facts.layouts)})' 'files:file:_files'
}

_pagegen() {
  local curcontext="$curcontext" state line
  local -a commands
  commands=(
${commands.join('\n')}
  )
  _arguments -C '1: :->command' '*:: :->rest'
  case $state in
  (command) _describe command commands ;;
  (rest)
    case $words[1] in
${cases.join('\n')}
    esac ;;
  esac
}

if [ "$funcstack[1]" = _pagegen ]; then _pagegen "$@"; else compdef _pagegen pagegen; fi
`;
}

function zshOffer(takes: Takes | undefined): string {
  if (takes === undefined) return '_files';
  if (takes === 'folders') return '_files -/';
  if (takes === 'layouts') return '_pagegen_layouts';
  return takes === 'nothing' ? ' ' : `(${words(takes)})`;
}

function fish(facts: Facts): string {
  const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const offer = (takes: Takes | undefined): string => {
    if (takes === undefined) return '-F';
    if (takes === 'folders') return `-fa '(__fish_complete_directories)'`;
    if (takes === 'layouts') return `-Fa ${quoted(words(facts.layouts))}`;
    return takes === 'nothing' ? '-f' : `-fa ${quoted(words(takes))}`;
  };
  const lines = COMMANDS.flatMap((entry) => {
    const here = `complete -c pagegen -n '__fish_seen_subcommand_from ${entry.name}'`;
    const options = optionsOf(entry, facts.language).map(({ long, short, about, value }) => {
      const names = `${short ? `-s ${short.slice(1)} ` : ''}-l ${long.slice(2)}`;
      return `${here} ${names} -d ${quoted(about)}${value ? ` -r ${offer(value.takes)}` : ''}`;
    });
    return [`${here} ${offer(takenBy(entry))}`, ...options];
  });
  const commands = COMMANDS.map(
    ({ name, about }) =>
      `complete -c pagegen -n __fish_use_subcommand -f -a ${name} -d ${quoted(about[facts.language])}`,
  );
  return `${HEAD('fish')}${[...commands, ...lines].join('\n')}\n`;
}
