import { JSON_OUT, type CommandEntry, type OptionEntry } from './command-entry.ts';
import { LINES_OPTIONS } from './lines-options.ts';

const LAYOUT: OptionEntry = {
  flags: '--layout <layout>',
  about: { zh: '改用这个版式（名称或文件）', en: 'take this layout instead (a name or a file)' },
  takes: 'layouts',
};

const NO_CACHE: OptionEntry = {
  flags: '--no-cache',
  about: { zh: '图片都重新处理，不用也不留缓存', en: 'prepare pictures anew; keep none for later' },
};

const STRICT: OptionEntry = {
  flags: '--strict',
  about: { zh: '警告也算错误', en: 'warnings count as errors' },
};

const OUTPUT: OptionEntry = {
  flags: '-o, --output <path>',
  about: { zh: '写到这个 PDF 或文件夹（默认 out/）', en: 'write to this PDF or folder (default out/)' },
};

const PROOF: OptionEntry = {
  flags: '--proof',
  about: { zh: '另出校样：PNG 和带版样格的 SVG', en: 'add proofs: PNG, and SVG with the grid' },
};

const FORCE: OptionEntry = {
  flags: '--force',
  about: { zh: '有错误也输出，校样盖“未完成”', en: 'write in spite of errors; proofs are stamped' },
};

const PDFX: OptionEntry = {
  flags: '--pdfx <standard>',
  about: {
    zh: 'PDF/X 的标准：4 或 1a（默认按版式）',
    en: 'PDF/X standard: 4 or 1a (default: the layout’s)',
  },
  takes: ['4', '1a'],
};

/** The language of messages; `lines` has a `--lang` of its own and takes these two as well. */
export const LANGUAGE: OptionEntry = {
  flags: '--lang <language>',
  about: { zh: '消息的语言：zh 或 en', en: 'language of messages: zh or en' },
  takes: ['zh', 'en'],
};

const ISSUES = {
  form: '<issue...>',
  about: { zh: '稿件文件（YAML）；- 为标准输入', en: 'issue files (YAML); - is standard input' },
};

const FOLLOWED = {
  form: '<issue...>',
  about: { zh: '稿件文件（YAML）', en: 'issue files (YAML)' },
};

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'build',
    argument: ISSUES,
    about: { zh: '排版并输出 PDF', en: 'set the pages and write PDF' },
    example: 'pagegen build issues/x.yaml --proof',
    options: [
      OUTPUT,
      LAYOUT,
      PROOF,
      JSON_OUT,
      NO_CACHE,
      STRICT,
      FORCE,
      PDFX,
      {
        flags: '--job',
        about: { zh: '另写作业单 job.json', en: 'add a job ticket, job.json' },
      },
    ],
  },
  {
    name: 'check',
    argument: ISSUES,
    about: { zh: '只检查，不写文件', en: 'check all that build checks, write nothing' },
    example: 'pagegen check issues/*.yaml',
    options: [LAYOUT, JSON_OUT, NO_CACHE, STRICT],
  },
  {
    name: 'propose',
    argument: {
      form: '<issue>',
      about: { zh: '稿件文件（YAML）；- 为标准输入', en: 'issue file (YAML); - is standard input' },
    },
    about: { zh: '给出几种排法的校样和评分', en: 'proofs of several arrangements with their scores' },
    example: 'pagegen propose issues/x.yaml -n 3',
    options: [
      {
        flags: '-n, --number <count>',
        about: { zh: '几种（默认 3）', en: 'how many (default 3)' },
        takes: 'nothing',
      },
      {
        flags: '--choose <number>',
        about: {
          zh: '选定第几种，记在稿件旁的锁定文件里',
          en: 'keep this one in a lock file beside the issue',
        },
        takes: 'nothing',
      },
      OUTPUT,
      LAYOUT,
      JSON_OUT,
    ],
  },
  {
    name: 'preview',
    argument: FOLLOWED,
    about: { zh: '在浏览器里看版，存盘即更新', en: 'the page in a browser, following every save' },
    example: 'pagegen preview issues/x.yaml --open',
    options: [
      LAYOUT,
      { flags: '--port <number>', about: { zh: '端口（默认任取）', en: 'port (default: a free one)' } },
      { flags: '--open', about: { zh: '打开浏览器', en: 'open the browser' } },
      {
        flags: '--editor <url>',
        about: {
          zh: '打开编辑器的网址（默认 vscode://file/{path}:{line}:{column}）',
          en: 'URL that opens the editor (default vscode://file/{path}:{line}:{column})',
        },
      },
      NO_CACHE,
    ],
  },
  {
    name: 'watch',
    argument: FOLLOWED,
    about: { zh: '存盘就重新出版', en: 'build again on every change' },
    example: 'pagegen watch issues/*.yaml --proof',
    options: [OUTPUT, LAYOUT, PROOF, NO_CACHE, STRICT, FORCE, PDFX],
  },
  {
    name: 'count',
    argument: ISSUES,
    about: { zh: '各分题的字数、行数和版面的余缺', en: 'characters and lines by block, room on the page' },
    example: 'pagegen count issues/x.yaml',
    options: [LAYOUT, JSON_OUT],
  },
  {
    name: 'diff',
    argument: {
      form: '<old>',
      about: {
        zh: '旧的：稿件文件、文件夹，或 git 的 版本:路径',
        en: 'the old one: an issue file, a folder, or REVISION:PATH of git',
      },
    },
    second: { form: '<new>', about: { zh: '新的，写法相同', en: 'the new one, likewise' } },
    about: { zh: '两稿比一比：字句和版面改了什么', en: 'what changed in the words and on the page' },
    example: 'pagegen diff HEAD:issues/x.yaml issues/x.yaml',
    examples: [
      {
        line: 'pagegen diff old.yaml new.yaml --png changes.png',
        about: { zh: '另出并排的图，改动都标上', en: 'and a side-by-side picture with the changes marked' },
      },
    ],
    options: [
      {
        flags: '--png <file>',
        about: { zh: '另写并排的 PNG，标出改动', en: 'write a side-by-side PNG with the changes marked' },
      },
      LAYOUT,
      JSON_OUT,
    ],
  },
  {
    name: 'lines',
    argument: {
      form: '[file]',
      about: { zh: '纯文本；默认 -（标准输入）', en: 'plain text; default - (standard input)' },
    },
    about: { zh: '把一段文字按行长断行', en: 'break a text into lines' },
    example: 'pagegen lines text.txt --measure 13em',
    options: LINES_OPTIONS,
  },
  {
    name: 'preflight',
    argument: {
      form: '<pdf...>',
      about: {
        zh: 'PDF 文件，也可以是外来的广告；- 为标准输入',
        en: 'PDF files, also of others; - is standard input',
      },
    },
    about: { zh: '印前检查：这个 PDF 能不能上机', en: 'is this PDF fit for press' },
    example: 'pagegen preflight out/x.pdf --layout broadsheet-theme',
    options: [
      {
        flags: '--layout <layout>',
        about: { zh: '尺寸和出血要合这个版式', en: 'size and bleed must be those of this layout' },
        takes: 'layouts',
      },
      {
        flags: '--pdfx <standard>',
        about: {
          zh: '按哪个标准查：4 或 1a（默认按文件的声明）',
          en: 'standard: 4 or 1a (default: as the file claims)',
        },
        takes: ['4', '1a'],
      },
      {
        flags: '--report <pdf>',
        about: { zh: '另写一页 PDF 报告，随工单存档', en: 'write a one-page PDF report for the job bag' },
      },
      JSON_OUT,
      STRICT,
    ],
  },
  {
    name: 'layouts',
    about: { zh: '列出可用的版式', en: 'list the layouts' },
    example: 'pagegen layouts',
    options: [JSON_OUT],
  },
  {
    name: 'fonts',
    about: { zh: '列出字体和它们的角色', en: 'list the fonts and their roles' },
    example: 'pagegen fonts',
    options: [JSON_OUT],
  },
  {
    name: 'schema',
    argument: {
      form: '<kind>',
      about: { zh: 'issue（稿件）、layout（版式）或 paper（报纸）', en: 'issue, layout or paper' },
      takes: ['issue', 'layout', 'paper'],
    },
    about: { zh: '输出 JSON Schema，供编辑器用', en: 'print a JSON Schema for editors' },
    example: 'pagegen schema issue > issue.schema.json',
    options: [],
  },
  {
    name: 'init',
    argument: {
      form: '[dir]',
      about: { zh: '文件夹；默认当前文件夹', en: 'folder; default the current one' },
      takes: 'folders',
    },
    about: { zh: '写一份新稿件，从它开始', en: 'write a new issue to start from' },
    example: 'pagegen init my-paper',
    examples: [
      {
        line: 'pagegen init --news',
        about: { zh: '几篇稿件的一版', en: 'a page of several stories' },
      },
    ],
    options: [
      {
        flags: '--news',
        about: { zh: '几篇稿件的一版，连同报纸文件', en: 'a page of several stories, with its paper file' },
      },
    ],
  },
  {
    name: 'lsp',
    about: { zh: '编辑器的语言服务，走标准输入输出', en: 'language server for editors, on standard streams' },
    example: 'pagegen lsp',
    options: [
      {
        flags: '--stdio',
        about: {
          zh: '走标准输入输出（本来就是，编辑器常带上）',
          en: 'standard streams (as always; editors add it)',
        },
      },
    ],
  },
  {
    name: 'completion',
    argument: {
      form: '<shell>',
      about: { zh: 'bash、zsh 或 fish', en: 'bash, zsh or fish' },
      takes: ['bash', 'zsh', 'fish'],
    },
    about: { zh: '输出命令行的补全脚本', en: 'print the completion script of a shell' },
    example: 'pagegen completion bash > ~/.local/share/bash-completion/completions/pagegen',
    examples: [
      {
        line: 'pagegen completion zsh > ~/.zfunc/_pagegen',
        about: { zh: 'zsh：~/.zfunc 要在 fpath 里', en: 'zsh; ~/.zfunc is to be on fpath' },
      },
      {
        line: 'pagegen completion fish > ~/.config/fish/completions/pagegen.fish',
        about: { zh: 'fish', en: 'fish' },
      },
    ],
    options: [],
  },
];
