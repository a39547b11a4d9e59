/** What the checks of the made-up page say, and their remedies, in English. */
export const CHECK_SENTENCES_EN = {
  diagnostic: {
    'taboo-tombstone':
      'the heads of “{story}” and “{other}” stand side by side with nothing between (column {columns}, line {at})',
    'taboo-same-heads':
      'two heads side by side in one size and face: “{story}” and “{other}” (column {columns}, line {at})',
    'taboo-full-break':
      'a straight gap through the page between “{story}” and “{other}” (column {columns}, line {at})',
    'taboo-text-off-head':
      'the text of “{story}” stands neither under its head nor beside it (column {columns}, line {at})',
    'taboo-wrong-turn':
      'leg {leg} of “{story}” does not go on from the one before (column {columns}, line {at})',
    'taboo-head-order':
      'a head larger than one of its width above: “{story}” {size} pt, “{other}” {smaller} pt (column {columns}, line {at})',
    'taboo-leg-length':
      'a leg of “{story}” has {lines#line|lines}; it wants 5 and more, and a subhead within 60 (column {columns}, line {at})',
    'taboo-lone-line':
      'a line of a paragraph of “{story}” stands alone: “{words}” (column {columns}, line {at})',
    'taboo-subhead-at-foot':
      'a subhead of “{story}” at the foot of a column has {under#line|lines} under it (column {columns}, line {at})',
    'taboo-uneven-feet':
      'the columns of “{story}” differ by {differ#line|lines} at the foot; the shortest is in column {columns}, line {at}',
    'taboo-picture-in-leg':
      'a picture of “{story}” cuts a leg or stands at its foot (column {columns}, line {at})',
    'taboo-collision':
      '“{story}” and “{other}” collide: neither rule nor white between (column {columns}, line {at})',
    'taboo-river':
      'several lines of “{story}” in a row are loose, from “{words}” on (column {columns}, line {at})',
    'taboo-caption-between':
      'a caption of “{story}” stands between head and text and reads like a lead (column {columns}, line {at})',
    'taboo-reversed-type':
      'reversed type of {size} pt fills up under {least} pt (column {columns}, line {at})',
    'taboo-tinted-type': 'screened type of {size} pt frays under {least} pt (column {columns}, line {at})',
    'unknown-allowance': '“{name}” under allow is not the name of a check',
    'unused-allowance': '“{story}” allows {check}, which is not found on the page',
    'form-name': 'no name of the paper on the front page: {keys} {reason} ({points#point|points})',
    'form-name-size':
      'the name of the paper is not larger than all other words of the front page ({points#point|points})',
    'form-date': 'no date: {keys} {reason} ({points#point|points})',
    'form-issue-number': 'no running number: {keys} {reason} ({points#point|points})',
    'form-page-count': 'no number of pages: {keys} {reason} ({points#point|points})',
    'form-registration': 'no registration number (CN): {keys} {reason} ({points#point|points})',
    'form-publisher': 'no publisher: {keys} {reason} ({points#point|points})',
    'form-address': 'no address or contact of the publisher: {keys} {reason} ({points#point|points})',
    'form-printer': 'no printer or no address of the printer: {keys} {reason} ({points#point|points})',
    'form-distribution': 'no distribution: {keys} {reason} ({points#point|points})',
    'form-price': 'no price: {keys} {reason} ({points#point|points})',
    'form-special': 'the masthead does not say “{keys}” ({points#point|points})',
    'form-page-number': 'no page number: {keys} {reason} ({points#point|points})',
    'form-section': 'no section in the folio: {keys} {reason}',
    'form-advertisement':
      'an advertisement without “{keys}” (column {columns}, line {at}; {points#point|points})',
    'form-points': 'faults of form add up to {points} points; an issue with more than {most} fails',
  },
  hint: {
    'part-heads':
      'move one of them by some lines, part them by a rule, picture or frame, or let one run down',
    'vary-heads': 'give one another size or face (role, rank), or move it',
    interlock: 'let a story reach over the gap, as an L for instance (place: cols, lines)',
    'head-over-text': 'widen the head, or begin the text in the first column under it',
    'turn-next': 'let the next leg stand at the right or below, with no head or other story between',
    'step-heads': 'make the lower head smaller, or move its story up',
    'divide-leg': 'add a subhead, or more columns',
    'add-to-leg': 'take one column less, or add copy',
    'reword-paragraph': 'add or cut a few characters in this paragraph',
    'move-subhead': 'add or cut some lines before the subhead, or move it',
    'level-feet': 'add or cut some lines, or change the number of columns',
    'picture-up': 'let the picture stand at the head of a column or under the head',
    'part-stories': 'put a rule between them, or a line of white',
    'reword-line': 'add or cut a few characters, or widen the column',
    'caption-aside': 'move the picture over the head or beside the text, or begin the text in another column',
    'larger-type': 'use larger type, or black on a light tint',
    'solid-type': 'use larger type, or one solid ink',
    'allow-taboo': 'if it is meant, write allow: [{name}] and why: in the story',
    'write-fact': 'write {keys}',
    'shown-fact': 'the layout must print {keys}: see its masthead and folio',
    'masthead-layout': 'take a layout that has a masthead',
    'larger-name': 'enlarge the name in the masthead, or make the largest head smaller',
    'mark-advert': 'mark it “{keys}” on the page',
    'mend-form': 'begin with the faults above that count most',
  },
} as const;
