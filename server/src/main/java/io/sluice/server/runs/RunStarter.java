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
import io.sluice.stream.Source;
import io.sluice.stream.StreamOptions;
import io.sluice.thread.DaemonThreads;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Starts runs: one pipeline each, whose first sink is the log. Thread-safe. */
final class RunStarter {

  private final RunNames names = new RunNames();
  private final ServedTerms terms;
  private final LongSupplier nanoTime;

  /** A run whose sink blocks keeps its thread, and must not keep that of another. */
  private final Executor threads;

  RunStarter(ServedTerms terms, LongSupplier nanoTime) {
    this.terms = terms;
    this.nanoTime = nanoTime;
    this.threads = DaemonThreads.executor("sluice-server-run-", terms.limits().liveRuns());
  }

  /**
   * Starts a run; {@code begun} is told of it before anything is sent.
   *
   * @throws Refusal if the endpoint is unknown or not for this owner, or cannot express the request
   */
  ServedRun start(
      String owner,
      RunOrder order,
      LogMemory memory,
      Consumer<ServedRun> begun,
      Consumer<ServedRun> ended) {
    String endpoint = terms.endpoints().name(owner, order.endpoint());
    ChatTransport transport = terms.endpoints().transport(endpoint);
    Instant now = Instant.now();
    Source source = transport.source(order.request());
    var run = new ReceivedRun(names.next(now), now, owner, endpoint, source, Optional.empty());
    return start(run, options(order), Ending.OWN, memory, begun, ended);
  }

  /** A name for a run that is received. */
  String name(Instant started) {
    return names.next(started);
  }

  /**
   * Starts a run whose answer is received elsewhere; {@code begun} is told of it before its sinks
   * are opened.
   */
  ServedRun receive(
      ReceivedRun received,
      LogMemory memory,
      Consumer<ServedRun> begun,
      Consumer<ServedRun> ended) {
    StreamOptions passed = terms.options().attribute(RunArchive.PASSED, received.endpoint());
    return start(received, passed, Ending.OWN, memory, begun, ended);
  }

  /** Follows a run of another process, whose sinks have it already. */
  ServedRun follow(
      ReceivedRun followed,
      LogMemory memory,
      Consumer<ServedRun> begun,
      Consumer<ServedRun> ended) {
    return start(followed, terms.options(), Ending.ELSEWHERE, memory, begun, ended);
  }

  private ServedRun start(
      ReceivedRun planned,
      StreamOptions how,
      Ending ending,
      LogMemory memory,
      Consumer<ServedRun> begun,
      Consumer<ServedRun> ended) {
    RunLog log = terms.log(memory).build();
    var answer = new AnswerSoFar(context(planned, how));
    var progress = new RunProgress(nanoTime);
    progress.enter(Phase.CONNECTING);
    var recorder = new RunRecorder(log, new TokenTally(terms.timer(), progress::counted), progress);
    var run = new ServedRun(planned, log, answer, ending, progress);
    // The answer comes first, so that it is whole when a reader sees the last line.
    Pipeline.Builder pipeline =
        Pipeline.ofSources()
            .executor(threads)
            .options(watched(how.attribute(RunArchive.OWNER, planned.owner()), progress))
            .to("answer", answer)
            .to("log", recorder);
    if (ending == Ending.OWN) {
      terms.outlets().forEach(sink -> pipeline.to(sink.name(), sink.sinks(), sink.delivery()));
    }
    begun.accept(run);
    try {
      var named = RunOptions.defaults().id(planned.id());
      run.began(pipeline.build().start(planned.source(), named)).thenRun(() -> ended.accept(run));
    } catch (IllegalArgumentException | IllegalStateException refused) {
      log.close();
      ended.accept(run);
      throw Refusal.badRequest(String.valueOf(refused.getMessage()));
    }
    return run;
  }

  private static ServedContext context(ReceivedRun run, StreamOptions how) {
    Source source = run.source();
    return new ServedContext(
        run.id(),
        source.request(),
        source.endpoint(),
        source.dialect(),
        run.started(),
        how.attributes());
  }

  private static StreamOptions watched(StreamOptions how, RunProgress progress) {
    return how.toBuilder()
        .onHead(head -> progress.enter(Phase.WAITING))
        .onRetry(retry -> progress.enter(Phase.RETRYING))
        .build();
  }

  private StreamOptions options(RunOrder order) {
    StreamOptions.Builder run = terms.options().toBuilder();
    order.attributes().forEach(run::attribute);
    return order.form() == StreamOptions.Form.WHOLE ? run.whole().build() : run.build();
  }
}
