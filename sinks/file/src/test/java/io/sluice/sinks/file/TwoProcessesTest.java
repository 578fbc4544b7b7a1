package io.sluice.sinks.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.transcript.TranscriptLine;
import io.sluice.transcript.TranscriptReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoProcessesTest {

  @TempDir Path folder;

  @Test
  void recordsThatTwoProcessesAppendNeverMingle() throws Exception {
    Path file = folder.resolve("all.jsonl");
    List<Process> writers = List.of(writer(file, 1), writer(file, 2));
    for (Process writer : writers) {
      writer.outputWriter().append("go").close();
    }
    for (Process writer : writers) {
      assertThat(writer.waitFor()).isZero();
    }

    assertThat(recordsByWriter(file))
        .isEqualTo(
            Map.of("{\"n\": 1}", AppendingWriter.RECORDS, "{\"n\": 2}", AppendingWriter.RECORDS));
  }

  private static Process writer(Path file, int number) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            AppendingWriter.class.getName(),
            file.toString(),
            Integer.toString(number))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static Map<String, Integer> recordsByWriter(Path file) throws IOException {
    Map<String, Integer> records = new HashMap<>();
    try (var reader = TranscriptReader.open(file)) {
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        assertThat(line.get()).isInstanceOf(TranscriptLine.OpenLine.class);
        records.merge(restOfRecord(reader), 1, Integer::sum);
      }
      assertThat(reader.torn()).isFalse();
    }
    return records;
  }

  /** What stands in all of its chunks. */
  private static String restOfRecord(TranscriptReader reader) throws IOException {
    String first = chunk(reader);
    for (int i = 1; i < AppendingWriter.CHUNKS; i++) {
      assertThat(chunk(reader)).isEqualTo(first);
    }
    assertThat(reader.next()).containsInstanceOf(TranscriptLine.EndLine.class);
    return first;
  }

  private static String chunk(TranscriptReader reader) throws IOException {
    return ((TranscriptLine.ChunkLine) reader.next().orElseThrow()).data();
  }
}
