package io.sluice.cli;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.pipeline.Run;
import io.sluice.pipeline.SinkFailure;
import io.sluice.sink.Sink;
import io.sluice.sinks.console.ConsoleSink;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.StreamOptions;
import java.io.IOException;
import java.util.Optional;

/** Brings answers to stdout and into the sinks that the user named. */
final class Delivery {
  /** What the sink that owns stdout is called in a pipeline, where it is not a named one. */
  static final String STDOUT = "stdout";

  private final Call call;
  private final Sinks sinks;
  private final Optional<WireRecord> record;

  Delivery(Call call, Sinks sinks, Optional<WireRecord> record) {
    this.call = call;
    this.sinks = sinks;
    this.record = record;
  }

  /** The answer as {@code owner} prints it, and into the named sinks. */
  PipelineResult deliver(
      ChatTransport transport, ChatRequest request, StreamOptions options, Output.Owner owner) {
    Pipeline.Builder pipeline = Pipeline.from(transport);
    switch (owner) {
      case IMPLIED_CONSOLE -> pipeline.to(STDOUT, console());
      case EVENTS -> pipeline.to(STDOUT, new EventSink(call.streams().out()));
      case JSON -> pipeline.to("json", chunk -> {});
      case NAMED_CONSOLE, RECORD -> {}
    }
    return run(pipeline, options, request, owner == Output.Owner.RECORD ? STDOUT : WireRecord.NAME);
  }

  /** The answer into a sink that prints it, and into the named ones. */
  PipelineResult deliver(
      ChatTransport transport, ChatRequest request, StreamOptions options, Sink printing) {
    return run(Pipeline.from(transport).to(STDOUT, printing), options, request, WireRecord.NAME);
  }

  /** Runs to the end, which a signal may hasten. */
  private PipelineResult run(
      Pipeline.Builder pipeline, StreamOptions options, ChatRequest request, String recordName) {
    record.ifPresent(keeping -> pipeline.to(recordName, keeping));
    pipeline.options(record.map(options::tap).orElse(options));
    sinks.addTo(pipeline);
    try {
      Run run = pipeline.build().start(request);
      call.interruption().stopBy(run::stop);
      PipelineResult result = run.result().toCompletableFuture().join();
      result.sinkFailures().forEach(this::learnFrom);
      return result;
    } catch (IllegalArgumentException inexpressible) {
      throw UsageException.of(inexpressible);
    } finally {
      call.interruption().nothingUnderWay();
    }
  }

  /** A named console writes to the process's stdout by itself. */
  private void learnFrom(SinkFailure failure) {
    if (failure.sink().equals(Output.CONSOLE) && failure.cause() instanceof IOException refused) {
      call.streams().out().learnFrom(refused);
    }
  }

  /** How the answer ended is said on stderr: stdout holds the answer and nothing else. */
  private ConsoleSink console() {
    ConsoleSink console = new ConsoleSink(call.streams().out()).unmarked();
    boolean watched = call.streams().terminals().out() && !call.arguments().on("--raw");
    return watched ? console.toTerminal() : console;
  }
}
