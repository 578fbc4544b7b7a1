package io.sluice.stages;

import io.sluice.chat.Json;
import io.sluice.stage.Stage;
import io.sluice.stages.breaks.CharacterBreaks;
import io.sluice.stages.breaks.LineBreaks;
import io.sluice.stages.breaks.SentenceBreaks;
import io.sluice.stages.breaks.TextBreaks;
import io.sluice.stages.breaks.WordBreaks;
import io.sluice.stages.secret.Secrets;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The stages that Sluice brings. Each method returns what makes a stage for each run; it is
 * thread-safe. How much a stage holds back at most is said at its method, for each choice of the
 * answer; a stage follows at most 1024 choices.
 */
public final class Stages {

  private static final Duration LONGEST_PACE = Duration.ofSeconds(10);
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private Stages() {}

  /**
   * A word in each chunk, with the white space before it. Ideographs are words of their own; the
   * words of Thai, Lao, Khmer and Burmese are found by the JDK. Holds back the last word, at most
   * 256 characters.
   */
  public static Supplier<Stage> words() {
    return pieces("words", new WordBreaks());
  }

  /**
   * A character in each chunk, as people see characters: a letter with its accents, an emoji with
   * all its parts. Holds back the last one, at most 64 units of UTF-16.
   */
  public static Supplier<Stage> characters() {
    return pieces("characters", new CharacterBreaks());
  }

  /** A line in each chunk, with its end. Holds back the last line, at most 8192 characters. */
  public static Supplier<Stage> lines() {
    return pieces("lines", new LineBreaks());
  }

  /**
   * A sentence in each chunk, with the white space before it, as soon as it is sure to have ended:
   * for a program that speaks. A line end also ends a sentence. Holds back the last sentence, at
   * most 2048 characters.
   */
  public static Supplier<Stage> sentences() {
    return pieces("sentences", new SentenceBreaks());
  }

  /**
   * Only these kinds, with the role, the finish and the usage, which frame an answer. Holds nothing
   * back.
   *
   * @throws IllegalArgumentException if no kind is given
   */
  public static Supplier<Stage> only(DeltaKind... kinds) {
    Set<DeltaKind> kept = given(kinds);
    Arrays.stream(DeltaKind.values()).filter(DeltaKind::isFrame).forEach(kept::add);
    return () -> new SelectionStage("only", kept, choice -> true);
  }

  /**
   * Everything but these kinds. Holds nothing back.
   *
   * @throws IllegalArgumentException if no kind is given
   */
  public static Supplier<Stage> without(DeltaKind... kinds) {
    Set<DeltaKind> kept = EnumSet.complementOf(EnumSet.copyOf(given(kinds)));
    return () -> new SelectionStage("without", kept, choice -> true);
  }

  /** Only the choices with these numbers, from 0. Holds nothing back. */
  public static Supplier<Stage> onlyChoices(int... numbers) {
    Set<DeltaKind> all = EnumSet.allOf(DeltaKind.class);
    int[] chosen = numbers.clone();
    return () -> new SelectionStage("only", all, choice -> contains(chosen, choice));
  }

  /** All choices but those with these numbers, from 0. Holds nothing back. */
  public static Supplier<Stage> withoutChoices(int... numbers) {
    Set<DeltaKind> all = EnumSet.allOf(DeltaKind.class);
    int[] taken = numbers.clone();
    return () -> new SelectionStage("without", all, choice -> !contains(taken, choice));
  }

  /**
   * Without keys, e-mail addresses and card numbers: {@link #redact(Secrets)} of the usual ones.
   */
  public static Supplier<Stage> redact() {
    return redact(Secrets.usual());
  }

  /**
   * Without these secrets, in text, reasoning, refusals and the arguments of calls, wherever the
   * deltas are cut. Fields that are not modelled are taken away if they may say the answer once
   * more. Holds back what may become a secret, at most {@link Secrets#longestHeldBack} characters:
   * 319 for the usual ones, and in most texts the last word. The arguments of a call stay JSON:
   * each string in them is a text of its own, in which an escape counts as the character that it
   * means, and a number with a secret becomes a string. The finish of a choice waits for its text.
   * The prompt, and the bytes that are recorded, do not pass a stage.
   *
   * @throws IllegalArgumentException if there is no kind of secrets
   */
  public static Supplier<Stage> redact(Secrets secrets) {
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("no kind of secrets is given; give Secrets.usual()");
    }
    return () -> new RedactStage(secrets);
  }

  /**
   * Several chunks as one, until a limit is reached, a choice is finished or the usage comes: for a
   * socket or a webhook. Holds back at most {@link Gathering#MOST_BYTES} bytes and a chunk, and
   * 4096 deltas.
   */
  public static Supplier<Stage> gather(Gathering limits) {
    Objects.requireNonNull(limits, "limits");
    return () -> new GatherStage(limits);
  }

  /**
   * Chunks that come at once one after the other, spread over this time; none is passed later after
   * it came. What waits when the stream ends is passed at once. Holds back at most 1024 chunks and
   * 1 Mi characters of text and calls, and a chunk.
   *
   * @throws IllegalArgumentException if the time is not from 1 ms to 10 s
   */
  public static Supplier<Stage> pace(Duration latest) {
    if (latest.toMillis() < 1 || latest.compareTo(LONGEST_PACE) > 0) {
      throw new IllegalArgumentException("the time to pace is " + latest + "; use 1ms to 10s");
    }
    return () -> new PaceStage(latest);
  }

  /**
   * What stands in the visible text between {@code <tag>} and {@code </tag>}, such as {@code
   * think}, as reasoning. The tags are taken away, with the line ends behind them. Holds back what
   * may be a tag, at most its length.
   *
   * @throws IllegalArgumentException if the tag is not a name of at most 64 letters, digits, {@code
   *     -} and {@code _}
   */
  public static Supplier<Stage> extractTag(String tag) {
    if (!TAG.matcher(tag).matches()) {
      throw new IllegalArgumentException(
          "a tag cannot be named '" + tag + "'; use letters, digits, - and _, as in think");
    }
    return () -> new ExtractStage(() -> new TagExtraction(tag));
  }

  /**
   * Of the visible text only what is inside fenced code blocks of a language; of all blocks, if it
   * is empty. Holds back what may be a fence, at most 1024 characters.
   */
  public static Supplier<Stage> extractCode(String language) {
    Objects.requireNonNull(language, "language");
    return () -> new ExtractStage(() -> new CodeExtraction(language));
  }

  /**
   * Of the visible text only the first JSON object or array that begins a line. Holds nothing back.
   */
  public static Supplier<Stage> extractJson() {
    return () -> new ExtractStage(JsonExtraction::new);
  }

  /**
   * The answer as it is, and in each chunk what is known so far of the first JSON object or array
   * that begins a line of the visible text: a valid value, see {@link #partialJson}. Follows 256 Ki
   * characters of a choice; what is known stays the same behind them. Holds nothing back.
   */
  public static Supplier<Stage> json() {
    return JsonStage::new;
  }

  /**
   * What {@link #json} knows of choice 0 with this chunk; empty if it knew as much before. In the
   * chunk's JSON it is the member {@code partial} of the delta.
   */
  public static Optional<Json> partialJson(Chunk chunk) {
    return chunk.deltas().stream()
        .filter(delta -> delta.choice() == 0)
        .filter(Delta.Other.class::isInstance)
        .map(Delta.Other.class::cast)
        .filter(field -> field.name().equals(JsonStage.FIELD))
        .reduce((first, last) -> last)
        .map(Delta.Other::value);
  }

  private static Supplier<Stage> pieces(String name, TextBreaks breaks) {
    return () -> new PieceStage(name, breaks);
  }

  private static Set<DeltaKind> given(DeltaKind... kinds) {
    if (kinds.length == 0) {
      throw new IllegalArgumentException("no kind is given; give one of " + DeltaKind.words());
    }
    return EnumSet.copyOf(Arrays.asList(kinds));
  }

  private static boolean contains(int[] numbers, int number) {
    return Arrays.stream(numbers).anyMatch(given -> given == number);
  }
}
