package io.sluice.batch;

import io.sluice.batch.row.Row;
import io.sluice.chat.ChatRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A folder in which batches write {@code out.jsonl}. */
record BatchFolder(Path folder) {

  static List<Row> rows(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> Row.of("row-" + number, ChatRequest.of("m", Integer.toString(number))))
        .toList();
  }

  Path output() {
    return folder.resolve("out.jsonl");
  }

  Batch batch(FakePipeline pipeline) {
    return Batch.of(pipeline).state(output());
  }

  List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
