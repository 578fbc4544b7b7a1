package io.sluice.simulator.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds texts for schemas of strings. Immutable. */
final class TextMaker {
  /** A longer text is not made. */
  private static final int LONGEST = 10_000;

  private static final int VARIANTS = 4;

  private final Conformance conformance;
  private final SampleWords words;

  TextMaker(Conformance conformance, SampleWords words) {
    this.conformance = conformance;
    this.words = words;
  }

  /** Texts that hold against the schema: what the prompt says, or else a few to choose among. */
  List<String> texts(Keywords schema, FieldHint hint, PromptValues prompt) {
    Predicate<String> fits =
        text -> text.length() <= LONGEST && conformance.holds(schema.values(), text);
    Optional<String> offered = prompt.text(hint, fits);
    if (offered.isPresent()) {
      return List.of(offered.get());
    }
    var texts = new LinkedHashSet<String>();
    schema.text("format").ifPresent(format -> texts.addAll(Formats.samples(format)));
    texts.addAll(words.of(hint));
    var found = new LinkedHashSet<>(texts.stream().filter(fits).toList());
    // One word that happens to fit is no choice for an array or a map.
    if (found.size() < 2) {
      found.addAll(matching(schema, fits));
    }
    return found.isEmpty() ? ofLength(schema, texts, fits) : List.copyOf(found);
  }

  private static List<String> matching(Keywords schema, Predicate<String> fits) {
    var found = new LinkedHashSet<String>();
    Optional<String> pattern = schema.text("pattern");
    int enough = (int) Math.min(LONGEST, schema.count("minLength", 0));
    for (int variant = 0; pattern.isPresent() && variant < VARIANTS; variant++) {
      int from = found.size();
      for (int extra : List.of(1, 0, 2, 4, 8, enough / 2, enough)) {
        Optional<String> text = PatternText.of(pattern.get(), extra, variant).filter(fits);
        text.filter(made -> found.size() == from).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  private static List<String> ofLength(
      Keywords schema, Iterable<String> words, Predicate<String> fits) {
    long least = schema.count("minLength", 0);
    long most = Math.min(LONGEST, schema.count("maxLength", LONGEST));
    if (least > LONGEST) {
      throw new UnservableSchema("'minLength' is more than " + LONGEST + ", which is too long");
    }
    var found = new LinkedHashSet<String>();
    for (String word : words) {
      Optional.of(resized(word, (int) least, (int) Math.max(0, most)))
          .filter(fits)
          .ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  private static String resized(String word, int least, int most) {
    var text = new StringBuilder(word);
    while (text.length() < least) {
      text.append(' ').append(word);
    }
    int length = Math.min(text.length(), Math.max(least, Math.min(most, word.length())));
    String cut = text.substring(0, length);
    return cut.endsWith(" ") ? cut.substring(0, length - 1) + "." : cut;
  }
}
