package io.sluice.server.runs;

import io.sluice.chat.Choice;
import io.sluice.chat.Completion;
import io.sluice.chat.Message;
import io.sluice.json.CompletionJson;
import io.sluice.runlog.LogMemory;
import io.sluice.runlog.RunLog;
import io.sluice.server.archive.PastRun;
import io.sluice.server.archive.RunArchive;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.transcript.TranscriptLine.EndLine;
import io.sluice.transcript.TranscriptWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Reads runs back from an archive, with the same lines under the same numbers. A run whose process
 * was killed gets the end line that it could not write itself. Thread-safe.
 */
final class RunRecovery {

  private final RunArchive archive;
  private final ServedTerms terms;
  private final LongSupplier nanoTime;

  RunRecovery(RunArchive archive, ServedTerms terms, LongSupplier nanoTime) {
    this.archive = archive;
    this.terms = terms;
    this.nanoTime = nanoTime;
  }

  /**
   * Reads a run back.
   *
   * @param memory counts the lines
   * @throws IOException in one line, if the archive cannot be read
   */
  ServedRun recover(String owner, PastRun past, LogMemory memory) throws IOException {
    RunLog log = terms.log(memory).limit(Long.MAX_VALUE).build();
    boolean whole = false;
    try {
      var lines = new RecoveredLines(log);
      archive.transcript(past.id(), lines);
      Optional<EndLine> written = lines.end();
      Outcome outcome = written.map(end -> outcome(past, end)).orElseGet(() -> cut(past, lines));
      if (written.isEmpty()) {
        log.end(TranscriptWriter.end(outcome));
      }
      whole = true;
      return new ServedRun(
          owner,
          terms.endpoints().nameOf(past.open().endpoint()),
          log,
          AnswerSoFar.of(ServedContext.of(past), outcome),
          written.isPresent() ? Ending.OWN : Ending.ADDED,
          progress(past, log.lines() - 1, outcome));
    } finally {
      if (!whole) {
        log.close();
      }
    }
  }

  private RunProgress progress(PastRun past, long lines, Outcome outcome) {
    var progress = new RunProgress(nanoTime);
    progress.counted(TokenFigures.of(lines, past.open().request(), outcome));
    return progress;
  }

  private static Outcome outcome(PastRun past, EndLine end) {
    Outcome.Builder outcome =
        Outcome.builder(end.status())
            .completion(completion(past))
            .chunks(end.chunks())
            .timing(end.timing())
            .irregularities(end.irregularities());
    end.failure().ifPresent(outcome::failure);
    end.head().ifPresent(outcome::head);
    return outcome.build();
  }

  private static Outcome cut(PastRun past, RecoveredLines lines) {
    return Outcome.builder(Status.TRUNCATED)
        .completion(completion(past))
        .chunks(lines.chunks())
        .timing(lines.timing())
        .failure(new Failure.Connection("the server stopped"))
        .build();
  }

  /** Of a run without an end the archive has the text alone. */
  private static Completion completion(PastRun past) {
    return past.completion()
        .map(json -> CompletionJson.read(json.text()))
        .orElseGet(() -> spoken(past));
  }

  private static Completion spoken(PastRun past) {
    var said = new Choice(0, Message.assistant(past.text()), Optional.empty(), Map.of());
    return Completion.builder().model(past.model()).choices(List.of(said)).build();
  }

  /** Who wrote the last line of a run. */
  enum Ending {
    /** The run did, or it will. */
    OWN,
    /** It was added when the run was read back: viewers may have seen lines that were not kept. */
    ADDED,
    /** Another process does, whose run is followed here. */
    ELSEWHERE
  }
}
