package io.sluice.cli.batch;

import io.sluice.batch.Batch;
import io.sluice.batch.BatchControl;
import io.sluice.batch.BatchSummary;
import io.sluice.batch.InputReport;
import io.sluice.batch.PreparedBatch;
import io.sluice.batch.RefusedRowsException;
import io.sluice.batch.RowPolicies;
import io.sluice.batch.input.InputException;
import io.sluice.batch.input.RowReading;
import io.sluice.batch.input.RowSource;
import io.sluice.batch.input.RowSources;
import io.sluice.batch.journal.BatchJournal;
import io.sluice.batch.journal.InputState;
import io.sluice.batch.journal.JournalException;
import io.sluice.chat.ChatRequest;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.run.RequestSession;
import io.sluice.cli.run.Upstream;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.PriceList;
import io.sluice.text.FileReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** One batch, from its files to its summary. */
final class BatchProcess {
  /** The built-in model is the same at each start, though its port is another. */
  private static final String BUILT_IN = "built-in";

  private final BatchOptions options;
  private final Call call;

  BatchProcess(BatchOptions options, Call call) {
    this.options = options;
    this.call = call;
  }

  /**
   * Runs the batch.
   *
   * @throws UsageException in one line, if nothing can be sent
   */
  ExitCode run() throws IOException {
    try (var session =
        RequestSession.openForRows(
            options.request(), options.connection(), options.output(), call)) {
      return run(session);
    } catch (RefusedRowsException refused) {
      throw new UsageException(refused.getMessage() + remedy(refused.reason()), refused);
    } catch (JournalException | InputException refused) {
      throw new UsageException(String.valueOf(refused.getMessage()), refused);
    }
  }

  private ExitCode run(RequestSession session) throws IOException {
    Upstream upstream = session.upstream();
    PriceList prices = upstream.prices(options.output().prices());
    var pipeline = new RowPipeline(options.connection().stream(), session);
    try (var told = new BatchReport(options, prices, call)) {
      session.sinks().watch(told.meters().all());
      Batch unkept = batch(pipeline, upstream, prices, told);
      Optional<QueueOptions> from = options.input().queue();
      if (from.isPresent()) {
        return answered(from.get(), session, unkept, told);
      }
      if (options.results().restart() && options.results().output().isPresent()) {
        setAside(options.results().output().get(), unkept, reading(upstream));
      }
      try (PreparedBatch prepared = options.results().applyTo(unkept).prepare()) {
        return run(prepared, reading(upstream), told);
      }
    }
  }

  private ExitCode answered(
      QueueOptions from, RequestSession session, Batch unkept, BatchReport told)
      throws IOException {
    if (options.results().restart() && options.results().output().isPresent()) {
      BatchJournal.setAside(options.results().output().get(), options.results().form());
    }
    try (var input = new QueueInput(from, session.sinks().queue(from.spec()))) {
      return told.ended(input.answered(unkept, reading(session.upstream()), options.results()));
    } finally {
      call.interruption().nothingUnderWay();
    }
  }

  /** An input that is refused leaves the earlier files where they are. */
  private void setAside(Path output, Batch unkept, RowReading reading) throws IOException {
    if (options.input().isChecked()) {
      try (PreparedBatch first = unkept.prepare()) {
        check(first, reading);
      }
    }
    BatchJournal.setAside(output, options.results().form());
  }

  private ExitCode run(PreparedBatch prepared, RowReading reading, BatchReport told)
      throws IOException {
    Optional<InputReport> found = Optional.empty();
    if (options.input().isChecked()) {
      found = Optional.of(check(prepared, reading));
      told.checked(found.get());
    }
    if (options.connection().dryRun()) {
      return ExitCode.COMPLETED;
    }
    try (RowSource rows = open(reading)) {
      return told.ended(begun(prepared, rows));
    } finally {
      call.interruption().nothingUnderWay();
    }
  }

  /** Once rows may have been sent, what is wrong with the rest is no wrong usage any more. */
  private static BatchSummary begun(PreparedBatch prepared, RowSource rows) throws IOException {
    try {
      return prepared.run(rows);
    } catch (RefusedRowsException refused) {
      throw new IOException(refused.getMessage() + remedy(refused.reason()), refused);
    } catch (JournalException | InputException broken) {
      throw new IOException(String.valueOf(broken.getMessage()), broken);
    }
  }

  private Batch batch(RowPipeline pipeline, Upstream upstream, PriceList prices, BatchReport told)
      throws IOException {
    var control = new BatchControl();
    call.interruption().stopBy(() -> control.finishWithin(options.grace()), options.grace());
    String server = upstream.answerer().isServer() ? upstream.endpoint() : BUILT_IN;
    String target = upstream.transport().dialect() + " " + server;
    RowPolicies policies =
        new RowPolicies(
            options.input().unusable(), options.results().changed(), options.results().inFlight());
    Batch batch =
        Batch.of(pipeline.pipeline())
            .shaping(pipeline::shaped)
            .target(target)
            .input(inputState())
            .noted(Map.of("server", target, "model", upstream.model()))
            .policies(policies)
            .meter(new CountedRows())
            .prices(model -> prices.of(model, ""))
            .detail(new CountedResult(prices, upstream.answerer()))
            .observer(told)
            .control(control);
    return options.rates().applyTo(batch);
  }

  /** An input of which nothing but the end is new is gone on with. */
  private InputReport check(PreparedBatch prepared, RowReading reading) throws IOException {
    InputReport report;
    try (RowSource rows = open(reading)) {
      report = prepared.check(rows);
    }
    Optional<InputState> earlier = prepared.earlierInput();
    boolean same =
        earlier.isEmpty()
            || options.input().files().size() != 1
            || earlier.get().isBeginningOf(options.input().files().get(0));
    if (!same && options.results().changed() == RowPolicies.Changed.REFUSE) {
      throw new UsageException(
          options.input().files().get(0)
              + " is not what it was when the batch was begun, though each row that was sent is as"
              + " it was"
              + remedy(RefusedRowsException.Cause.CHANGED));
    }
    return report;
  }

  private InputState inputState() throws IOException {
    return options.input().files().size() == 1 && options.input().isChecked()
        ? InputState.of(options.input().files().get(0))
        : InputState.unknown("-");
  }

  private RowReading reading(Upstream upstream) {
    return options
        .input()
        .reading()
        .filling((ChatRequest row) -> options.request().under(row, upstream.model()));
  }

  private RowSource open(RowReading reading) throws IOException {
    try {
      return options.input().files().isEmpty()
          ? RowSources.open(reading, "", call.streams().in())
          : RowSources.open(reading, options.input().files());
    } catch (InputException known) {
      throw known;
    } catch (IOException unreadable) {
      Path first =
          options.input().files().isEmpty() ? Path.of("-") : options.input().files().get(0);
      throw new UsageException(FileReason.line(first + " cannot be read", unreadable), unreadable);
    }
  }

  private static String remedy(RefusedRowsException.Cause cause) {
    return switch (cause) {
      case DUPLICATE -> "";
      case CHANGED ->
          "; use "
              + FlagKey.CHANGED.flag()
              + " ask or keep, or begin anew with "
              + FlagKey.RESTART.flag();
      case UNUSABLE -> "; correct it, or use " + FlagKey.BAD_ROWS.flag() + " keep";
      case UNPRICED ->
          "; add it to 'prices' in the settings, or leave out " + FlagKey.MAX_COST.flag();
    };
  }
}
