package io.sluice.bench.run;

import io.sluice.bench.measure.TextTokens;
import io.sluice.bench.workload.PlannedPrompt;
import io.sluice.bench.workload.Workload;
import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.Timing;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.IntFunction;

/**
 * A server whose answers take fixed times by a clock that only moves when somebody waits. For one
 * thread.
 */
final class ClockedServer implements ChatTransport {
  private static final long MILLI = 1_000_000;

  private final IntFunction<Answer> answers;
  private final EventClock clock = new EventClock();
  private int asked;

  /** How one request is answered, in milliseconds after it was sent. */
  record Answer(long firstToken, long takes, Status status) {

    static Answer complete(long takes) {
      return new Answer(takes / 2, takes, Status.COMPLETED);
    }

    static Answer failed(long takes) {
      return new Answer(takes, takes, Status.FAILED);
    }
  }

  /** A server that answers the requests, numbered from 0, in this way. */
  ClockedServer(IntFunction<Answer> answers) {
    this.answers = answers;
  }

  /** A benchmark of this server. */
  BenchSetup.Builder setup() {
    var prompts =
        new Workload() {
          @Override
          public PlannedPrompt prompt(long number) {
            return PlannedPrompt.of("Prompt " + number, OptionalInt.empty());
          }

          @Override
          public String description() {
            return "prompts";
          }
        };
    var tokens =
        new TextTokens.Factory() {
          @Override
          public TextTokens counter() {
            return more -> 0;
          }

          @Override
          public boolean isEstimate() {
            return false;
          }
        };
    return BenchSetup.builder(this, ChatRequest.builder("model").build(), prompts, tokens)
        .clock(clock);
  }

  /** The number of requests so far. */
  int asked() {
    return asked;
  }

  @Override
  public ChatStream stream(ChatRequest request, StreamOptions options) {
    return new Answering();
  }

  @Override
  public String endpoint() {
    return "clocked";
  }

  @Override
  public void close() {}

  private final class Answering implements ChatStream {
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final long begun = clock.nanos();
    private Optional<Answer> answering = Optional.empty();

    private void end(Answer answer, Status status) {
      var marks = Timing.builder().total(Duration.ofNanos(clock.nanos() - begun));
      if (clock.nanos() - begun >= answer.firstToken() * MILLI
          && answer.status() != Status.FAILED) {
        marks.firstToken(Duration.ofMillis(answer.firstToken()));
      }
      Outcome.Builder ended = Outcome.builder(status).timing(marks.build());
      if (status == Status.FAILED) {
        ended.failure(new Failure.Connection("gone", Optional.empty()));
      }
      outcome.complete(ended.build());
    }

    @Override
    public Flow.Publisher<Chunk> publisher() {
      Answer answer = answers.apply(asked++);
      answering = Optional.of(answer);
      clock.after(answer.takes() * MILLI, () -> end(answer, answer.status()));
      return reader -> {};
    }

    @Override
    public CompletionStage<Outcome> outcome() {
      return outcome;
    }

    @Override
    public void close() {
      answering.ifPresent(answer -> end(answer, Status.STOPPED));
    }

    @Override
    public Iterator<Chunk> iterator() {
      throw new IllegalStateException("only pushed");
    }

    @Override
    public Completion completion() {
      throw new IllegalStateException("only pushed");
    }
  }
}
