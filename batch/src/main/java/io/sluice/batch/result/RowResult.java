package io.sluice.batch.result;

import io.sluice.batch.row.Row;
import io.sluice.chat.Completion;
import io.sluice.pipeline.PipelineResult;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What became of one row. Immutable. */
public final class RowResult {

  private final Row row;
  private final String runId;
  private final String fingerprint;
  private final Optional<PipelineResult> run;
  private final Optional<RowError> error;
  private final int attempts;
  private final Duration waited;

  private RowResult(Builder builder) {
    this.row = builder.row;
    this.runId = builder.runId;
    this.fingerprint = builder.fingerprint;
    this.run = builder.run;
    this.error = builder.error;
    this.attempts = builder.attempts;
    this.waited = builder.waited;
  }

  /** Starts the result of a row that was not sent. */
  public static Builder builder(Row row) {
    return new Builder(row);
  }

  /** The row. */
  public Row row() {
    return row;
  }

  /** The id of the run that answered last; empty text if nothing was sent. */
  public String runId() {
    return runId;
  }

  /** The fingerprint of the row; empty text if it cannot be asked. */
  public String fingerprint() {
    return fingerprint;
  }

  /** How the last run of the row ended; empty if nothing was sent. */
  public Optional<PipelineResult> run() {
    return run;
  }

  /** Why the answer is not whole; empty if it is. */
  public Optional<RowError> error() {
    return error;
  }

  /** The answer; empty if it is not whole. */
  public Optional<Completion> completion() {
    return error.isPresent() ? Optional.empty() : run.map(PipelineResult::completion);
  }

  /** How often the row was sent, without those times when the server refused for its limits. */
  public int attempts() {
    return attempts;
  }

  /** How long the row waited for the limits. */
  public Duration waited() {
    return waited;
  }

  @Override
  public String toString() {
    return row + " " + error.map(why -> why.kind().word()).orElse("completed");
  }

  /** Builds a result. Mutable; for one thread. */
  public static final class Builder {
    private final Row row;
    private String runId = "";
    private String fingerprint = "";
    private Optional<PipelineResult> run = Optional.empty();
    private Optional<RowError> error = Optional.empty();
    private int attempts;
    private Duration waited = Duration.ZERO;

    private Builder(Row row) {
      this.row = Objects.requireNonNull(row, "row");
    }

    /** Sets how the last run of the row ended, and its id. */
    public Builder run(String id, PipelineResult ended) {
      runId = Objects.requireNonNull(id, "id");
      run = Optional.of(ended);
      return this;
    }

    /** Sets the fingerprint of the row. */
    public Builder fingerprint(String print) {
      fingerprint = Objects.requireNonNull(print, "fingerprint");
      return this;
    }

    /** Sets why the answer is not whole. */
    public Builder error(RowErrorKind kind, String message) {
      error = Optional.of(new RowError(kind, message));
      return this;
    }

    /** Sets how often the row was sent. */
    public Builder attempts(int times) {
      attempts = times;
      return this;
    }

    /** Sets how long the row waited for the limits. */
    public Builder waited(Duration time) {
      waited = Objects.requireNonNull(time, "waited");
      return this;
    }

    /** Returns the result; the builder can be used further. */
    public RowResult build() {
      return new RowResult(this);
    }
  }
}
