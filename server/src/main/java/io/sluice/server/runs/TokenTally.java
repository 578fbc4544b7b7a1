package io.sluice.server.runs;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.tokens.ModelEncoding;
import io.sluice.tokens.TokenAccumulator;
import io.sluice.tokens.TokenCount;
import io.sluice.tokens.prompt.PromptTokens;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts the tokens of a run while they come, on the threads of a timer: the run only puts its
 * chunks into a queue. If that is full, the run counts them itself, and so it does at its end. What
 * was counted is told ten times a second at most. Thread-safe.
 */
final class TokenTally {

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int MOST_WAITING = 1_024;

  private final TaskTimer timer;
  private final Consumer<TokenFigures> told;
  private final Object counting = new Object();
  private final Queue<Entry> waiting = new ArrayDeque<>();
  private boolean due;
  private Optional<ChatRequest> request = Optional.empty();
  private Optional<TokenCount> prompt = Optional.empty();
  private @Nullable ModelEncoding model;
  private @Nullable TokenAccumulator answer;
  private long line;

  /**
   * @param told what takes the figures, on the thread that counted
   */
  TokenTally(TaskTimer timer, Consumer<TokenFigures> told) {
    this.timer = timer;
    this.told = told;
  }

  /** The run has opened; its prompt is counted while the answer is awaited. */
  void open(Optional<ChatRequest> asked) {
    synchronized (counting) {
      request = asked;
      line = 1;
    }
    countSoon(Duration.ZERO);
  }

  /** A chunk has come, as the line of that number. */
  void add(Chunk chunk, long number) {
    if (chunk.deltas().stream().noneMatch(Delta::carriesTokens)) {
      return;
    }
    boolean full;
    synchronized (waiting) {
      waiting.add(new Entry(chunk, number));
      full = waiting.size() >= MOST_WAITING;
    }
    if (full) {
      count();
    } else {
      countSoon(Duration.ZERO);
    }
  }

  /** Counts what still waits, and tells the whole up to that line; nothing comes afterwards. */
  void end(long last) {
    synchronized (counting) {
      count();
      line = last;
      tell();
    }
  }

  private void countSoon(Duration delay) {
    synchronized (waiting) {
      if (due) {
        return;
      }
      due = true;
    }
    timer.add(delay, this::countAndTell);
  }

  /** What comes within the pause is counted at its end. */
  private void countAndTell() {
    boolean counted;
    synchronized (counting) {
      counted = count();
      if (counted) {
        tell();
      }
    }
    boolean more;
    synchronized (waiting) {
      more = counted || !waiting.isEmpty();
      due = more;
    }
    if (more) {
      timer.add(PAUSE, this::countAndTell);
    }
  }

  /** Whether there was anything to count but the prompt. */
  private boolean count() {
    synchronized (counting) {
      if (model == null) {
        count(ModelEncoding.of(asked()));
      }
      Entry next = next();
      boolean any = next != null;
      for (; next != null; next = next()) {
        answer(next.chunk()).add(next.chunk());
        line = next.line();
      }
      return any;
    }
  }

  /** The model that answers is known with the first chunk, and may be known better. */
  private TokenAccumulator answer(Chunk chunk) {
    TokenAccumulator known = answer;
    if (known == null) {
      ModelEncoding answering = ModelEncoding.of(asked(), chunk.origin().model());
      if (!answering.equals(model)) {
        count(answering);
      }
      known = TokenAccumulator.of(answering.encoding());
      answer = known;
    }
    return known;
  }

  private void count(ModelEncoding by) {
    model = by;
    prompt = request.map(asked -> new PromptTokens(by).count(asked).counted());
  }

  private void tell() {
    ModelEncoding by = model;
    if (by != null) {
      TokenAccumulator counted = answer == null ? TokenAccumulator.of(by.encoding()) : answer;
      told.accept(TokenFigures.of(line, by, prompt, counted.result()));
    }
  }

  private String asked() {
    return request.map(ChatRequest::model).orElse("");
  }

  private @Nullable Entry next() {
    synchronized (waiting) {
      return waiting.poll();
    }
  }

  private record Entry(Chunk chunk, long line) {}
}
