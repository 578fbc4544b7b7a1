package io.sluice.stages;

import static io.sluice.sink.SinkOption.Type.BOOLEAN;
import static io.sluice.sink.SinkOption.Type.DURATION;
import static io.sluice.sink.SinkOption.Type.INT;
import static io.sluice.sink.SinkOption.Type.PATH;
import static io.sluice.sink.SinkOption.Type.SIZE;
import static io.sluice.sink.SinkOption.Type.TEXT;

import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import io.sluice.stage.Stage;
import io.sluice.stage.StageFactory;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The stages by name: what each is for, its options, and how they make it. */
enum StageKind {
  WORDS("a word in each chunk, whatever the language", options -> Stages.words()),
  CHARACTERS("a character in each chunk, as people see them", options -> Stages.characters()),
  LINES("a line in each chunk", options -> Stages.lines()),
  SENTENCES("a sentence in each chunk, for a program that speaks", options -> Stages.sentences()),
  GATHER(
      "several chunks as one, until a limit is reached",
      StageOptions::gather,
      SinkOption.of("time", DURATION, "pass what was gathered so long after the first of it"),
      SinkOption.of("bytes", SIZE, "pass it when its text has so many bytes, at most 64k"),
      SinkOption.of("tokens", INT, "pass it when its text has so many tokens of o200k_base")),
  PACE(
      "chunks that came at once one after the other",
      StageOptions::pace,
      SinkOption.of("latest", DURATION, "pass none later than this after it came").orElse("400ms")),
  REDACT(
      "no keys, e-mail addresses, card numbers, names, or what a pattern matches",
      StageOptions::redact,
      SinkOption.of("keys", BOOLEAN, "keys of services, JSON web tokens and private keys"),
      SinkOption.of("email", BOOLEAN, "e-mail addresses"),
      SinkOption.of("cards", BOOLEAN, "numbers of payment cards"),
      SinkOption.of("names", PATH, "a file with a name on each line"),
      SinkOption.of("pattern", TEXT, "a regular expression for at most 256 characters")),
  ONLY(
      "some kinds or choices, and what frames an answer",
      StageOptions::only,
      SinkOption.of("kinds", TEXT, "such as 'text reasoning', with blanks between them"),
      SinkOption.of("choices", TEXT, "numbers of choices, with blanks between them")),
  WITHOUT(
      "everything but some kinds or choices",
      StageOptions::without,
      SinkOption.of("kinds", TEXT, "such as 'reasoning usage', with blanks between them"),
      SinkOption.of("choices", TEXT, "numbers of choices, with blanks between them")),
  EXTRACT(
      "a part of the text: code, JSON, or what stands in a tag, as reasoning",
      StageOptions::extract,
      SinkOption.oneOf("what", List.of("code", "json", "tag"), "what to extract"),
      SinkOption.of("language", TEXT, "only code blocks of this language"),
      SinkOption.of("tag", TEXT, "the name of the tag").orElse("think")),
  JSON("adds what is known so far of a JSON answer", options -> Stages.json());

  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // Nobody can change what List.of made.
  private final List<SinkOption> options;

  @SuppressWarnings("ImmutableEnumChecker") // A method without state.
  private final Making making;

  StageKind(String description, Making making, SinkOption... options) {
    this.description = description;
    this.making = making;
    this.options = List.of(options);
  }

  /** The name it is bound to. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  StageFactory factory() {
    return new StageFactory() {
      @Override
      public Stage create(SinkOptions given) throws IOException {
        return making.of(new StageOptions(given)).get();
      }

      @Override
      public List<SinkOption> options() {
        return options;
      }

      @Override
      public String description() {
        return description;
      }
    };
  }

  /** Makes what makes the stage. */
  @FunctionalInterface
  private interface Making {
    Supplier<Stage> of(StageOptions options) throws IOException;
  }
}
