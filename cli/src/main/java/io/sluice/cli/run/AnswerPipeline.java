package io.sluice.cli.run;

import io.sluice.cli.archive.RunTokens;
import io.sluice.cli.command.Call;
import io.sluice.cli.live.ProgressLabel;
import io.sluice.cli.record.WireRecord;
import io.sluice.cli.record.WireTaps;
import io.sluice.cli.report.RunTime;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.Keyboard;
import io.sluice.pipeline.Delivery;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.pipeline.Run;
import io.sluice.sink.Sink;
import io.sluice.sinks.console.ConsoleSink;
import io.sluice.stream.Source;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.WireTap;
import io.sluice.transcript.TranscriptSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Brings answers to stdout and into the sinks that the user named. Mutable; for one thread. */
public final class AnswerPipeline {
  /** What the sink that owns stdout is called in a pipeline, where it is not a named one. */
  public static final String STDOUT = "stdout";

  private final Call call;
  private final OutputOptions output;
  private final Sinks sinks;
  private Optional<WireRecord> record = Optional.empty();
  private final List<WireTap> taps = new ArrayList<>();
  private Optional<ProgressLabel> label = Optional.empty();
  private Consumer<Pipeline.Builder> archive = pipeline -> {};
  private RunTime time = new RunTime(System::nanoTime);

  /** Creates the pipeline of a call, with the sinks that the user named. */
  public AnswerPipeline(Call call, OutputOptions output, Sinks sinks) {
    this.call = call;
    this.output = output;
    this.sinks = sinks;
  }

  /** From now on a person at a terminal sees who is to answer, and how far the answer is. */
  public AnswerPipeline labelled(ProgressLabel shown) {
    label = Optional.of(shown);
    return this;
  }

  /** Has the bytes of the answer kept, too. */
  public AnswerPipeline recording(Optional<WireRecord> keeping) {
    record = keeping;
    return tapped(keeping);
  }

  /** Has {@code tap} told the bytes of the answer, too. */
  public AnswerPipeline tapped(Optional<? extends WireTap> tap) {
    tap.ifPresent(taps::add);
    return this;
  }

  /** Has each answer kept by what this adds to its pipeline. */
  public AnswerPipeline keptBy(Consumer<Pipeline.Builder> addition) {
    archive = addition;
    return this;
  }

  /** The answer as the owner of stdout prints it, and into the named sinks. */
  public PipelineResult deliver(Source source, StreamOptions options) {
    OutputOptions.Owner owner = output.owner();
    Pipeline.Builder pipeline = Pipeline.ofSources();
    ConsoleSink console = output.console(call, call.streams().out());
    watch(pipeline, console);
    switch (owner) {
      case IMPLIED_CONSOLE -> pipeline.to(STDOUT, console);
      case EVENTS -> pipeline.to(STDOUT, TranscriptSink.to(call.streams().out()::print));
      case JSON -> pipeline.to("json", chunk -> {});
      case NAMED_CONSOLE, RECORD, COMMAND -> {}
    }
    String recordName = owner == OutputOptions.Owner.RECORD ? STDOUT : WireRecord.NAME;
    return run(pipeline, options, source, recordName);
  }

  /** The answer into a sink that prints it as events, and into the named ones. */
  public PipelineResult deliver(Source source, StreamOptions options, Sink printing) {
    Pipeline.Builder pipeline = Pipeline.ofSources();
    watch(pipeline, output.console(call, call.streams().out()));
    return run(pipeline.to(STDOUT, printing), options, source, WireRecord.NAME);
  }

  /**
   * The report of the answer delivered last.
   *
   * @param tokens counts what was asked, if that is known, and the answer
   */
  public RunReport report(AnswerSource answerer, RunTokens tokens) {
    return new RunReport(call, output, answerer, tokens).timed(time);
  }

  private void watch(Pipeline.Builder pipeline, ConsoleSink console) {
    label.ifPresent(shown -> new LiveView(call, output).addTo(pipeline, shown, console));
  }

  /** Runs to the end, which a signal may hasten. */
  private PipelineResult run(
      Pipeline.Builder pipeline, StreamOptions options, Source source, String recordName) {
    time = new RunTime(System::nanoTime);
    pipeline.to("time", time, Delivery.watching());
    record.ifPresent(keeping -> pipeline.to(recordName, keeping));
    pipeline.options(taps.isEmpty() ? options : options.tap(new WireTaps(taps)));
    ShapedOutcome shaped = sinks.addTo(pipeline);
    archive.accept(pipeline);
    Keyboard.Hold keys = call.streams().answering();
    try {
      Run run = pipeline.build().start(source);
      call.interruption().stopBy(run::stop);
      return shaped.of(run.result().toCompletableFuture().join());
    } catch (IllegalArgumentException inexpressible) {
      throw UsageException.of(inexpressible);
    } finally {
      call.interruption().nothingUnderWay();
      keys.close();
    }
  }
}
