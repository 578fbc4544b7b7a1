package io.sluice.server.runs;

import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.RunOptions;
import io.sluice.runlog.LogMemory;
import io.sluice.runlog.RunLog;
import io.sluice.server.archive.RunArchive;
import io.sluice.server.http.Refusal;
import io.sluice.server.runs.FirstTokenWait.Phase;
import io.sluice.server.runs.RunRecovery.Ending;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.StreamOptions;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Starts runs: one pipeline each, whose first sink is the log. Thread-safe. */
final class RunStarter {

  private final RunNames names = new RunNames();
  private final ServedTerms terms;
  private final LongSupplier nanoTime;

  RunStarter(ServedTerms terms, LongSupplier nanoTime) {
    this.terms = terms;
    this.nanoTime = nanoTime;
  }

  /**
   * Starts a run; {@code begun} is told of it before anything is sent.
   *
   * @throws Refusal if the endpoint is unknown, or cannot express the request
   */
  ServedRun start(
      String owner,
      RunOrder order,
      LogMemory memory,
      Consumer<ServedRun> begun,
      Consumer<ServedRun> ended) {
    String endpoint = terms.endpoints().name(order.endpoint());
    ChatTransport transport = terms.endpoints().transport(endpoint);
    var context = context(order, transport);
    RunLog log = terms.log(memory).build();
    var answer = new AnswerSoFar(context);
    var progress = new RunProgress(nanoTime);
    progress.enter(Phase.CONNECTING);
    var recorder = new RunRecorder(log, new TokenTally(terms.timer(), progress::counted), progress);
    var run = new ServedRun(owner, endpoint, log, answer, Ending.OWN, progress);
    // The answer comes first, so that it is whole when a reader sees the last line.
    Pipeline.Builder pipeline =
        Pipeline.from(transport)
            .options(options(owner, order, progress))
            .to("answer", answer)
            .to("log", recorder);
    terms.outlets().forEach(sink -> pipeline.to(sink.name(), sink.sinks(), sink.delivery()));
    begun.accept(run);
    try {
      var named = RunOptions.defaults().id(context.id());
      run.began(pipeline.build().start(order.request(), named)).thenRun(() -> ended.accept(run));
    } catch (IllegalArgumentException | IllegalStateException refused) {
      log.close();
      ended.accept(run);
      throw Refusal.badRequest(String.valueOf(refused.getMessage()));
    }
    return run;
  }

  private ServedContext context(RunOrder order, ChatTransport transport) {
    Instant now = Instant.now();
    return new ServedContext(
        names.next(now),
        Optional.of(order.request()),
        transport.endpoint(),
        transport.dialect(),
        now,
        order.attributes());
  }

  private StreamOptions options(String owner, RunOrder order, RunProgress progress) {
    StreamOptions.Builder run = terms.options().toBuilder();
    order.attributes().forEach(run::attribute);
    run.attribute(RunArchive.OWNER, owner)
        .onHead(head -> progress.enter(Phase.WAITING))
        .onRetry(retry -> progress.enter(Phase.RETRYING));
    return order.form() == StreamOptions.Form.WHOLE ? run.whole().build() : run.build();
  }
}
