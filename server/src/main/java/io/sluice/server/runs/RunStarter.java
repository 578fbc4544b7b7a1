package io.sluice.server.runs;

import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.RunOptions;
import io.sluice.runlog.LogMemory;
import io.sluice.runlog.RunLog;
import io.sluice.server.http.Refusal;
import io.sluice.server.limits.Limits;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.StreamOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts runs: one pipeline each, whose first sink is the log. Thread-safe. */
final class RunStarter {

  private final RunNames names = new RunNames();
  private final Endpoints endpoints;
  private final List<DeclaredOutlet> outlets;
  private final StreamOptions options;
  private final Limits limits;
  private final Optional<Path> spool;

  RunStarter(ServedTerms terms) {
    this.endpoints = terms.endpoints();
    this.outlets = terms.outlets();
    this.options = terms.options();
    this.limits = terms.limits();
    this.spool = terms.spool();
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
    String endpoint = endpoints.name(order.endpoint());
    ChatTransport transport = endpoints.transport(endpoint);
    var context = context(order, transport);
    RunLog log = log(memory);
    var answer = new AnswerSoFar(context);
    var run = new ServedRun(owner, endpoint, log, answer);
    // The answer comes first, so that it is whole when a reader sees the last line.
    Pipeline.Builder pipeline =
        Pipeline.from(transport).options(options(order)).to("answer", answer).to("log", log.sink());
    outlets.forEach(sink -> pipeline.to(sink.name(), sink.sinks(), sink.delivery()));
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
        names.next(now), order.request(), transport.endpoint(), transport.dialect(), now);
  }

  private StreamOptions options(RunOrder order) {
    StreamOptions.Builder run = options.toBuilder();
    order.attributes().forEach(run::attribute);
    return order.form() == StreamOptions.Form.WHOLE ? run.whole().build() : run.build();
  }

  private RunLog log(LogMemory memory) {
    RunLog.Builder log =
        RunLog.builder().memory(limits.logMemory()).limit(limits.logLimit()).shared(memory);
    spool.ifPresent(log::spool);
    return log.build();
  }
}
