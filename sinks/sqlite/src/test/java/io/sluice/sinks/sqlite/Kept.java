package io.sluice.sinks.sqlite;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.sink.Sink;
import io.sluice.testkit.AnswerScript;
import io.sluice.testkit.ScriptedTransport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs that are kept in an archive, and what it then holds. */
final class Kept {
  private Kept() {}

  /** One run, whatever its end. */
  static PipelineResult run(Sink sink, ChatRequest request, AnswerScript script) {
    return Pipeline.from(ScriptedTransport.playing(script))
        .to("archive", sink)
        .executor(Runnable::run)
        .build()
        .start(request)
        .result()
        .toCompletableFuture()
        .join();
  }

  /** A question that was answered. */
  static void answer(Path file, String question, String... texts) {
    PipelineResult result =
        run(SqliteSink.of(file), ChatRequest.of("m", question), AnswerScript.answer(texts));
    if (!result.sinkFailures().isEmpty()) {
      throw new AssertionError("not kept: " + result.sinkFailures());
    }
  }

  static List<ArchivedRun> runs(Path file) throws IOException {
    return runs(file, RunQuery.all());
  }

  /** The newest first. */
  static List<ArchivedRun> runs(Path file, RunQuery query) throws IOException {
    List<ArchivedRun> runs = new ArrayList<>();
    try (Archive archive = Archive.open(file)) {
      archive.list(query, (run, asked) -> runs.add(run));
    }
    return runs;
  }

  static ArchivedRun only(Path file) throws IOException {
    List<ArchivedRun> runs = runs(file);
    if (runs.size() != 1) {
      throw new AssertionError("not one run but " + runs);
    }
    return runs.get(0);
  }

  static String transcript(Path file, String id) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (Archive archive = Archive.open(file)) {
      archive.export(id, bytes);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
