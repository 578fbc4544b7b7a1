package io.sluice.simulator.fault;

import io.sluice.simulator.script.Mark;
import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the texts of several chunks into one, as a server does that decodes speculatively. Their
 * waits come together before it. Chunks that differ in more than their text and in numbers stay
 * apart. Mutable, one reader.
 */
final class TokenBursts implements Script {
  private static final String BEFORE_TEXT =
      "(.*\"(?:content|text|delta|thinking|reasoning|reasoning_content)\":\")";

  /**
   * Everything up to the closing quote. Possessive, because nothing else can end there: a pattern
   * that may go back needs a frame of the stack for each character, and overflows it at some
   * thousands.
   */
  private static final String STRING = "((?:[^\"\\\\]++|\\\\.)*+)";

  private static final Pattern TEXT = Pattern.compile("(?s)" + BEFORE_TEXT + STRING + "(\".*)");
  private static final Pattern NUMBERS = Pattern.compile("\\d+");

  private final Script healthy;
  private final long most;
  private final Queue<Step> ready = new ArrayDeque<>();
  private Duration waited = Duration.ZERO;
  private Optional<Chunk> gathered = Optional.empty();

  /** A chunk of text, taken apart. */
  private record Chunk(String before, String text, String after, long tokens) {

    boolean isLike(Chunk other) {
      return shape().equals(other.shape());
    }

    Chunk then(Chunk next) {
      return new Chunk(next.before, text + next.text, next.after, tokens + 1);
    }

    private String shape() {
      return NUMBERS.matcher(before + after).replaceAll("0");
    }
  }

  TokenBursts(Script healthy, long most) {
    this.healthy = healthy;
    this.most = Math.max(1, most);
  }

  @Override
  public boolean hasNext() {
    return !ready.isEmpty() || gathered.isPresent() || healthy.hasNext();
  }

  @Override
  public Step next() {
    while (ready.isEmpty() && healthy.hasNext()) {
      take(healthy.next());
    }
    if (ready.isEmpty()) {
      flush();
    }
    return Optional.ofNullable(ready.poll()).orElseThrow(Script::spent);
  }

  private void take(Step step) {
    if (step instanceof Step.Wait wait) {
      waited = waited.plus(wait.duration());
      return;
    }
    Optional<Chunk> chunk = chunk(step);
    if (chunk.isEmpty() || gathered.filter(before -> !before.isLike(chunk.get())).isPresent()) {
      flush();
    }
    if (chunk.isEmpty()) {
      pause();
      ready.add(step);
      return;
    }
    gathered = Optional.of(gathered.map(before -> before.then(chunk.get())).orElse(chunk.get()));
    if (gathered.get().tokens() >= most) {
      flush();
    }
  }

  private static Optional<Chunk> chunk(Step step) {
    if (step instanceof Step.Event event && event.mark() == Mark.CHUNK) {
      String text = StandardCharsets.UTF_8.decode(event.bytes().duplicate()).toString();
      Matcher parts = TEXT.matcher(text);
      if (parts.matches()) {
        return Optional.of(new Chunk(parts.group(1), parts.group(2), parts.group(3), 1));
      }
    }
    return Optional.empty();
  }

  private void flush() {
    if (gathered.isPresent()) {
      Chunk chunk = gathered.get();
      gathered = Optional.empty();
      pause();
      String text = chunk.before() + chunk.text() + chunk.after();
      ready.add(new Step.Event(Mark.CHUNK, StandardCharsets.UTF_8.encode(text)));
    }
  }

  private void pause() {
    if (!waited.isZero()) {
      ready.add(new Step.Wait(waited));
      waited = Duration.ZERO;
    }
  }
}
