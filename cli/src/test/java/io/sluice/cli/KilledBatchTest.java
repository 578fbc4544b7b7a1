package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.batch.result.ResultLine;
import io.sluice.json.JsonObject;
import io.sluice.simulator.PromptTally;
import io.sluice.simulator.Simulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A batch that is killed loses nothing, and asks again no more than what was under way. */
@DisabledOnOs(OS.WINDOWS)
class KilledBatchTest {
  private static final int CONCURRENCY = 8;
  private static final int MOST_LINES = 15;

  @TempDir private Path folder;

  @Test
  void aKilledBatchAsksAgainNoMoreThanWasUnderWay() throws Exception {
    kill(60, 1, new Random(1));
  }

  @Tag("thorough")
  @Test
  void aBatchThatIsKilledAgainAndAgainHasEachRowOnce() throws Exception {
    kill(200, 4, new Random(2));
  }

  private void kill(int rows, int kills, Random random) throws Exception {
    var tally = new PromptTally();
    Files.writeString(
        folder.resolve("in.txt"),
        IntStream.range(0, rows).mapToObj(KilledBatchTest::prompt).collect(Collectors.joining()));
    Map<String, Integer> marked = new HashMap<>();
    try (var simulator = Simulator.builder().onRequest(tally).rate(20).start()) {
      for (int i = 0; i < kills; i++) {
        try (Child child = start(simulator)) {
          untilLines(lines("out.jsonl.partial").size() + random.nextInt(MOST_LINES), child);
          child.kill();
          child.exitCode();
        }
        sentWithoutResult().forEach(id -> marked.merge(id, 1, Integer::sum));
      }
      try (Child last = start(simulator)) {
        assertThat(last.exitCode()).as(last.err()).isZero();
      }
    }

    List<String> ids = lines("out.jsonl").stream().map(line -> ResultLine.read(line).id()).toList();
    assertThat(ids).hasSize(rows).doesNotHaveDuplicates();
    assertThat(tally.sum()).isBetween((long) rows, rows + (long) kills * CONCURRENCY);
    for (int row = 1; row <= rows; row++) {
      int most = 1 + marked.getOrDefault("row-" + row, 0);
      assertThat(tally.of(prompt(row - 1).strip())).as("row " + row).isBetween(1, most);
    }
    assertThat(folder.resolve("out.jsonl.state")).doesNotExist();
  }

  private static String prompt(int row) {
    return "Name river number " + row + ".\n";
  }

  private Child start(Simulator simulator) throws IOException {
    return Child.start(
        folder,
        simulator.baseUrl().toString(),
        "batch",
        "in.txt",
        "-o",
        "out.jsonl",
        "--max-tokens",
        "5",
        "--no-check",
        "--concurrency",
        Integer.toString(CONCURRENCY));
  }

  private void untilLines(int count, Child child) throws IOException, InterruptedException {
    while (lines("out.jsonl.partial").size() < count) {
      if (child.endsWithin(5)) {
        return;
      }
    }
  }

  /** The rows that the state says were sent, without those that have a result. */
  private Set<String> sentWithoutResult() throws IOException {
    Set<String> sent = new HashSet<>();
    for (String line : lines("out.jsonl.state")) {
      JsonObject.read(line).string("custom_id").ifPresent(sent::add);
    }
    lines("out.jsonl.partial").forEach(line -> sent.remove(ResultLine.read(line).id()));
    return sent;
  }

  /** The lines of a file that have their end; none if the file is not there. */
  private List<String> lines(String name) throws IOException {
    String text;
    try {
      text = new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.UTF_8);
    } catch (NoSuchFileException renamed) {
      return List.of();
    }
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }
}
