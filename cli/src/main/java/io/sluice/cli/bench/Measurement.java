package io.sluice.cli.bench;

import io.sluice.bench.audit.Capacity;
import io.sluice.bench.audit.LoopWatch;
import io.sluice.bench.audit.MachineProbe;
import io.sluice.bench.load.Extent;
import io.sluice.bench.load.LoadLevel;
import io.sluice.bench.load.StreamSearch;
import io.sluice.bench.measure.Objective;
import io.sluice.bench.report.BenchReport;
import io.sluice.bench.report.LevelReport;
import io.sluice.bench.report.ReportTable;
import io.sluice.bench.report.ServedWell;
import io.sluice.bench.run.Bench;
import io.sluice.bench.run.BenchSetup;
import io.sluice.bench.run.LevelSource;
import io.sluice.bench.run.NothingAnsweredException;
import io.sluice.bench.workload.Workload;
import io.sluice.chat.ChatRequest;
import io.sluice.chat.Message;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.run.ConnectionOptions;
import io.sluice.cli.run.ExitRules;
import io.sluice.cli.run.Sinks;
import io.sluice.cli.run.Upstream;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.Ticker;
import io.sluice.tokens.ModelEncoding;
import io.sluice.wire.Dialect;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One benchmark, from its options to its report. */
final class Measurement {
  private static final Duration TICK = Duration.ofMillis(10);
  private static final Duration QUICK = Duration.ofMinutes(1);
  private static final Extent QUICK_LEVEL = Extent.of(Duration.ofSeconds(6));
  private static final int MOST_QUICK_STREAMS = 256;
  private static final Duration UNLIMITED = Duration.ofDays(365);

  private final BenchOptions options;
  private final Sinks sinks;
  private final String version;
  private final Call call;
  private final MachineProbe machine = MachineProbe.system();
  private final ModelTokens tokens;
  private final Workload workload;

  Measurement(BenchOptions options, Sinks sinks, String version, Call call) throws IOException {
    this.options = options;
    this.sinks = sinks;
    this.version = version;
    this.call = call;
    tokens =
        new ModelTokens(
            options.request().model().map(ModelEncoding::of).orElseGet(ModelEncoding::unnamed));
    workload = options.workload().workload(tokens);
  }

  ExitCode run() throws IOException {
    int streams = isQuick() ? MOST_QUICK_STREAMS : options.load().streams();
    Capacity.lack(streams, machine)
        .ifPresent(
            lack -> {
              throw new UsageException(lack);
            });
    options.files().create();
    try (var display = new LevelDisplay(call.liveScreen(), Ticker.ofLine())) {
      if (options.calibration().isPresent()) {
        calibrate(options.calibration().get(), streams, display);
      }
      if (call.interruption().raised().isPresent()) {
        return call.interruption().raised().get();
      }
      return measure(options.connection(), streams, display);
    } catch (NothingAnsweredException none) {
      call.notices().error(none.getMessage());
      return call.interruption().raised().orElse(ExitRules.of(none.failure()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED;
    }
  }

  /** The floor: what the same load looks like where the server takes next to no time. */
  private void calibrate(ConnectionOptions builtIn, int streams, LevelDisplay display)
      throws IOException, InterruptedException {
    try (Upstream upstream = open(builtIn, streams)) {
      Instant started = Instant.now();
      var bench = new Bench(setup(upstream, builtIn, Optional.empty()), display);
      List<LevelReport> levels = levels(bench);
      BenchReport floor = report(started, upstream, bench, levels);
      call.streams()
          .out()
          .print(
              "The floor: the same load on the built-in model. Nothing is subtracted from it.\n"
                  + ReportTable.text(floor)
                  + "\n");
    }
  }

  private ExitCode measure(ConnectionOptions connection, int streams, LevelDisplay display)
      throws IOException, InterruptedException {
    try (Upstream upstream = open(connection, streams);
        var records = RecordLines.to(options.files().records())) {
      Instant started = Instant.now();
      var told = new LevelNotices(call.notices(), records, display);
      var bench = new Bench(setup(upstream, connection, Optional.of(records)), told);
      var search = new StreamSearch(MOST_QUICK_STREAMS);
      List<LevelReport> levels =
          isQuick()
              ? quick(setup(upstream, connection, Optional.empty()), bench, search, display)
              : levels(bench);
      BenchReport report = report(started, upstream, bench, levels);
      options.files().write(report);
      call.streams()
          .out()
          .print(
              isQuick()
                  ? ServedWell.line(levels, search.found(), search.isBounded()) + "\n"
                  : ReportTable.text(report));
      return code(report, search);
    }
  }

  private List<LevelReport> quick(
      BenchSetup setup, Bench bench, StreamSearch search, LevelDisplay display)
      throws InterruptedException {
    var alone = new Bench(setup, display);
    LevelSource one = LevelSource.of(List.of(new LoadLevel.Closed(1)));
    Extent extent =
        QuickExtent.after(stoppable(alone, () -> alone.run(one, QuickExtent.ofFirst(), 1, QUICK)));
    if (alone.isStopped()) {
      bench.stop();
    }
    return stoppable(
        bench, () -> bench.run(LevelSource.of(search, ServedWell::test), extent, 1, QUICK));
  }

  private List<LevelReport> levels(Bench bench) throws InterruptedException {
    LoadOptions load = options.load();
    LevelSource source =
        isQuick() ? LevelSource.of(new StreamSearch(1), level -> true) : load.source(workload);
    Extent extent = isQuick() ? QUICK_LEVEL : load.extent();
    return stoppable(bench, () -> bench.run(source, extent, load.rounds(), UNLIMITED));
  }

  private interface Running {
    List<LevelReport> run() throws InterruptedException;
  }

  private List<LevelReport> stoppable(Bench bench, Running running) throws InterruptedException {
    call.interruption().stopBy(bench::stop);
    try {
      return running.run();
    } catch (IllegalArgumentException inexpressible) {
      throw UsageException.of(inexpressible);
    } finally {
      call.interruption().nothingUnderWay();
    }
  }

  private ExitCode code(BenchReport report, StreamSearch search) {
    Optional<ExitCode> signal = call.interruption().raised();
    if (signal.isPresent()) {
      return signal.get();
    }
    List<LevelReport> blamed =
        isQuick()
            ? ServedWell.doubtful(report.levels(), search.found())
            : report.levels().stream().filter(level -> !level.isValid()).toList();
    if (isQuick()) {
      blamed.forEach(
          level -> call.notices().notice(level.label() + " is void: " + level.reasons().get(0)));
    }
    return blamed.isEmpty() ? ExitCode.COMPLETED : ExitCode.VOID;
  }

  private boolean isQuick() {
    return options.load().isOpenQuestion() && workload.moments().isEmpty();
  }

  private Upstream open(ConnectionOptions connection, int streams) {
    Dialect dialect = sinks.spoken(connection.server());
    return Upstream.open(
        connection,
        options.request().model(),
        dialect,
        transport -> transport.idleConnections(streams).eventLoops(1),
        call);
  }

  private BenchSetup setup(
      Upstream upstream, ConnectionOptions connection, Optional<RecordLines> records) {
    String model = options.request().model().orElseGet(upstream::model);
    ChatRequest asked = options.request().request(model, Message.user(""));
    List<Message> instructions = asked.messages().subList(0, asked.messages().size() - 1);
    ChatRequest template = asked.toBuilder().messages(instructions).build();
    BenchSetup.Builder setup =
        BenchSetup.builder(upstream.transport(), template, workload, tokens)
            .options(connection.stream(call.notices()))
            .objectives(options.objectives())
            .arrival(options.load().arrival())
            .seed(options.workload().seed())
            .machine(machine)
            .loops(loops(upstream));
    records.ifPresent(lines -> setup.ended(lines::add));
    options.load().mostInFlight().ifPresent(setup::mostInFlight);
    return setup.build();
  }

  private static LoopWatch loops(Upstream upstream) {
    return late -> upstream.transport().watchLateness(TICK, late)::run;
  }

  private BenchReport report(
      Instant started, Upstream upstream, Bench bench, List<LevelReport> levels) {
    String model = options.request().model().orElseGet(upstream::model);
    var about =
        new BenchReport.About(
            started,
            options.given(),
            version,
            machine(),
            upstream.endpoint(),
            model,
            bench.served(),
            workload.description(),
            options.objectives().stream().map(Objective::toString).collect(Collectors.joining(",")),
            tokens.isEstimate(),
            bench.isStopped());
    return new BenchReport(about, levels);
  }

  private String machine() {
    return machine.processors()
        + " processors, "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + ", Java "
        + System.getProperty("java.version");
  }
}
