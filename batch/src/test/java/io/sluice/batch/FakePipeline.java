package io.sluice.batch;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Choice;
import io.sluice.chat.Completion;
import io.sluice.chat.FinishReason;
import io.sluice.chat.Message;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.pipeline.Run;
import io.sluice.pipeline.RunOptions;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Source;
import io.sluice.stream.Status;
import io.sluice.stream.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/** A pipeline whose runs end as a test says, without a stream. Thread-safe. */
final class FakePipeline implements Pipeline {
  private final BiFunction<String, Integer, Optional<Outcome>> answers;
  private final List<String> asked = new ArrayList<>();
  private int underWay;
  private int most;

  /**
   * @param answers the end of a run by its prompt and how often that was asked before; empty for a
   *     run that ends when it is stopped
   */
  FakePipeline(BiFunction<String, Integer, Optional<Outcome>> answers) {
    this.answers = answers;
  }

  /** Each prompt is answered at once. */
  static FakePipeline answering() {
    return new FakePipeline((prompt, before) -> Optional.of(completed("Re: " + prompt)));
  }

  /** What was asked, in order. */
  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  /** The most runs that were under way at once. */
  synchronized int most() {
    return most;
  }

  static Outcome completed(String text) {
    var choice = new Choice(0, Message.assistant(text), Optional.of(FinishReason.STOP), Map.of());
    return Outcome.builder(Status.COMPLETED)
        .completion(Completion.builder().choices(List.of(choice)).build())
        .chunks(1)
        .timing(Timing.builder().attempts(1).build())
        .build();
  }

  static Outcome refused(int status, String message) {
    return failed(Failure.Http.builder(status, message).build());
  }

  static Outcome failed(Failure why) {
    return Outcome.builder(Status.FAILED).failure(why).build();
  }

  @Override
  public Run start(ChatRequest request, RunOptions options) {
    String prompt = request.messages().get(0).content().orElse("");
    int before;
    synchronized (this) {
      before = (int) asked.stream().filter(prompt::equals).count();
      asked.add(prompt);
      underWay++;
      most = Math.max(most, underWay);
    }
    var result = new CompletableFuture<PipelineResult>();
    answers.apply(prompt, before).ifPresent(outcome -> end(result, outcome));
    return new Run() {
      @Override
      public void stop() {
        end(result, Outcome.builder(Status.STOPPED).build());
      }

      @Override
      public CompletionStage<PipelineResult> result() {
        return result;
      }
    };
  }

  private synchronized void end(CompletableFuture<PipelineResult> result, Outcome outcome) {
    if (result.complete(new PipelineResult(outcome, List.of()))) {
      underWay--;
    }
  }

  @Override
  public PipelineResult run(Source source, RunOptions options) {
    throw new UnsupportedOperationException("a batch starts runs");
  }

  @Override
  public PipelineResult run(ChatRequest request, RunOptions options) {
    throw new UnsupportedOperationException("a batch starts runs");
  }

  @Override
  public Run start(Source source, RunOptions options) {
    throw new UnsupportedOperationException("a batch asks requests");
  }
}
