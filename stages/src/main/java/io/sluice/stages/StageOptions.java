package io.sluice.stages;

import io.sluice.sink.SinkOptions;
import io.sluice.stage.Stage;
import io.sluice.stages.secret.Secrets;
import io.sluice.text.NearestName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Makes stages from the options of a command line.
 *
 * @param given the options, checked for their types
 */
record StageOptions(SinkOptions given) {

  private static final int LARGEST_LIST = 1 << 20;

  Supplier<Stage> gather() {
    Optional<Gathering> limits = given.duration("time").map(Gathering::time);
    Optional<Long> bytes = given.size("bytes");
    if (bytes.isPresent()) {
      int most = (int) Math.min(Integer.MAX_VALUE, bytes.get());
      limits = limits.map(set -> set.orBytes(most)).or(() -> Optional.of(Gathering.bytes(most)));
    }
    Optional<Integer> tokens = given.number("tokens");
    if (tokens.isPresent()) {
      int most = tokens.get();
      limits = limits.map(set -> set.orTokens(most)).or(() -> Optional.of(Gathering.tokens(most)));
    }
    return Stages.gather(
        limits.orElseThrow(
            () -> new IllegalArgumentException("it has no limit; set time, bytes or tokens")));
  }

  Supplier<Stage> pace() {
    return Stages.pace(given.duration("latest").orElse(Duration.ZERO));
  }

  /** The usual secrets, unless some are named. */
  Supplier<Stage> redact() throws IOException {
    Secrets secrets = Secrets.none();
    secrets = given.on("keys") ? secrets.keys() : secrets;
    secrets = given.on("email") ? secrets.emails() : secrets;
    secrets = given.on("cards") ? secrets.cards() : secrets;
    Optional<Path> names = given.path("names");
    if (names.isPresent()) {
      secrets = secrets.names(lines(names.get()));
    }
    Optional<Pattern> pattern = given.text("pattern").map(StageOptions::compiled);
    if (pattern.isPresent()) {
      secrets = secrets.pattern(pattern.get());
    }
    return Stages.redact(secrets.isEmpty() ? Secrets.usual() : secrets);
  }

  Supplier<Stage> only() {
    return chosen(Stages::only, Stages::onlyChoices);
  }

  Supplier<Stage> without() {
    return chosen(Stages::without, Stages::withoutChoices);
  }

  Supplier<Stage> extract() {
    return switch (given.text("what").orElse("")) {
      case "json" -> Stages.extractJson();
      case "tag" -> Stages.extractTag(given.text("tag").orElse(""));
      default -> Stages.extractCode(given.text("language").orElse(""));
    };
  }

  private Supplier<Stage> chosen(
      Function<DeltaKind[], Supplier<Stage>> ofKinds, Function<int[], Supplier<Stage>> ofChoices) {
    Optional<String> kinds = given.text("kinds");
    Optional<String> choices = given.text("choices");
    if (kinds.isPresent() == choices.isPresent()) {
      throw new IllegalArgumentException(
          "one of kinds and choices is needed; for both use two such stages");
    }
    return kinds.isPresent()
        ? ofKinds.apply(words(kinds.get()).map(StageOptions::kind).toArray(DeltaKind[]::new))
        : ofChoices.apply(words(choices.orElse("")).mapToInt(StageOptions::number).toArray());
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+"));
  }

  private static DeltaKind kind(String word) {
    return Arrays.stream(DeltaKind.values())
        .filter(kind -> kind.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(NearestName.unknown("kind", word, DeltaKind.words())));
  }

  private static int number(String word) {
    try {
      return Integer.parseUnsignedInt(word);
    } catch (NumberFormatException malformed) {
      throw new IllegalArgumentException(
          "choice '" + word + "' is no number; use numbers from 0", malformed);
    }
  }

  private static Pattern compiled(String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException malformed) {
      throw new IllegalArgumentException(
          "pattern '" + pattern + "' is malformed: " + malformed.getDescription(), malformed);
    }
  }

  private static List<String> lines(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_LIST) {
      throw new IOException(
          "names=" + file + " is no file of at most 1M; use one with a name on each line");
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return text.lines().filter(line -> !line.isBlank()).toList();
  }
}
