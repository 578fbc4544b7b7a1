package io.sluice.simulator.schema;

import io.sluice.simulator.json.ParsedJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses values without parts: those of an enum, texts, numbers, switches. Mutable, one answer.
 */
final class ScalarMaker {
  /** The factor for a value that an array already has. */
  private static final double AGAIN = 0.001;

  private static final Set<String> NUMERIC =
      Set.of("age", "amount", "count", "height", "number", "price", "quantity", "total", "year");

  private final Conformance conformance;
  private final TextMaker texts;
  private final PromptValues prompt;
  private final Chooser chooser;
  private final Set<String> used = new HashSet<>();

  ScalarMaker(Conformance conformance, SampleWords words, PromptValues prompt, Chooser chooser) {
    this.conformance = conformance;
    this.texts = new TextMaker(conformance, words);
    this.prompt = prompt;
    this.chooser = chooser;
  }

  /** The type of a schema that names none and has no keyword of one. */
  static String likelyType(FieldHint hint) {
    return hint.names(NUMERIC) ? "number" : "string";
  }

  Optional<Sample> listed(Keywords schema, FieldHint hint) {
    List<Object> given =
        schema
            .value("const")
            .map(List::<Object>of)
            .orElseGet(() -> List.copyOf(schema.list("enum")));
    List<Object> fitting =
        given.stream().filter(value -> conformance.holds(schema.values(), value)).toList();
    List<Object> named = prompt.listed(fitting);
    return choose(hint, named.isEmpty() ? fitting : named.subList(0, 1));
  }

  Optional<Sample> text(Keywords schema, FieldHint hint) {
    return choose(hint, List.copyOf(texts.texts(schema, hint, prompt)));
  }

  Optional<Sample> number(Keywords schema, FieldHint hint, NumberRange.Kind kind) {
    NumberRange range = NumberRange.of(schema);
    Optional<BigDecimal> offered = prompt.number(hint, number -> range.contains(number, kind));
    return choose(hint, List.copyOf(offered.map(List::of).orElseGet(() -> range.samples(kind))));
  }

  Optional<Sample> truth(FieldHint hint) {
    return prompt
        .truth(hint)
        .map(said -> choose(hint, List.of(said)))
        .orElseGet(() -> choose(hint, List.of(true, false)));
  }

  static Sample nothing() {
    return new Sample.ValueSample(0, List.of(new Candidate(ParsedJson.NULL, 1)));
  }

  /** The first are likelier; a value that this field already had is hardly chosen again. */
  private Optional<Sample> choose(FieldHint hint, List<Object> values) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    var candidates = new ArrayList<Candidate>();
    for (Object value : values) {
      double weight = 1.0 / (1 + candidates.size());
      boolean again = used.contains(key(hint, value));
      candidates.add(new Candidate(value, again ? weight * AGAIN : weight));
    }
    int chosen = chooser.choose(candidates.stream().mapToDouble(Candidate::weight).toArray());
    used.add(key(hint, values.get(chosen)));
    return Optional.of(new Sample.ValueSample(chosen, candidates));
  }

  private static String key(FieldHint hint, Object value) {
    return hint.name() + '\0' + value;
  }
}
