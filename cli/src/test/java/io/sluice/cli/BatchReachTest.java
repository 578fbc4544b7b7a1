package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.batch.result.ResultLine;
import io.sluice.json.JsonObject;
import io.sluice.simulator.Received;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Large batches in a process of their own, against a server with limits of a minute. */
@Tag("thorough")
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = BatchReachTest.MOST_MINUTES, unit = TimeUnit.MINUTES)
class BatchReachTest {
  static final int MOST_MINUTES = 10;
  private static final double MOST_REFUSED = 0.02;
  private static final double LEAST_USED = 0.95;

  /** A row that goes alone has to wait until nothing of the limit is used, which wastes some. */
  private static final double LEAST_USED_BESIDE_ONE_ALONE = 0.85;

  private final List<Long> sends = Collections.synchronizedList(new ArrayList<>());

  @TempDir private Path folder;

  private void sent(Received request) {
    sends.add(System.nanoTime());
  }

  /** Every row has an answer; returns what the command said. */
  private String run(String option, Simulator server, List<String> rows, String... more)
      throws Exception {
    Files.write(folder.resolve("in.txt"), rows);
    List<String> words = new ArrayList<>(List.of("batch", "in.txt", "-o", "out.jsonl"));
    words.addAll(List.of(more));
    String url = server.baseUrl().toString();
    try (Child child = Child.startWith(option, folder, url, words.toArray(String[]::new))) {
      assertThat(child.endsWithin(TimeUnit.MINUTES.toMillis(MOST_MINUTES))).isTrue();
      assertThat(child.exitCode()).as(child.err()).isZero();
      List<String> lines = Files.readAllLines(folder.resolve("out.jsonl"));
      assertThat(lines).hasSize(rows.size());
      assertThat(lines).allMatch(line -> ResultLine.read(line).error().isEmpty());
      return child.err();
    }
  }

  @Test
  void tenThousandRowsFitInto64Megabytes() throws Exception {
    try (Simulator server = Simulator.builder().onRequest(this::sent).start()) {
      List<String> rows =
          IntStream.range(0, 10_000).mapToObj(row -> "Name river number " + row).toList();

      run("-Xmx64m", server, rows, "--max-tokens", "20", "--concurrency", "64");

      assertThat(sends).hasSize(10_000);
    }
  }

  @Test
  void aLimitOfRequestsThatOnlyTheServerStatesIsKeptAndUsed() throws Exception {
    List<String> rows = IntStream.range(0, 480).mapToObj(row -> "River " + row).toList();
    try (Simulator server =
        Simulator.builder().onRequest(this::sent).fault(Fault.parse("rpm=600")).start()) {
      String said = run("-Xmx96m", server, rows, "--max-tokens", "2");

      assertThat(said).contains("limits of a minute: 600 requests");
      assertThat(sends.size() - rows.size())
          .isLessThanOrEqualTo((int) (MOST_REFUSED * rows.size()));
      assertThat(share(rows.size() - 1, 600)).isGreaterThan(LEAST_USED);
    }
  }

  /** The first row needs more than a minute has, and so goes alone. */
  @Test
  void aLimitOfTokensIsKeptWithRowsOfAnySize() throws Exception {
    var random = new Random(1);
    int[] sizes = new int[36];
    for (int row = 0; row < sizes.length; row++) {
      sizes[row] = row % 12 == 6 ? 4000 : 10 + random.nextInt(300);
    }
    sizes[0] = 32_000;
    List<String> rows = IntStream.of(sizes).mapToObj(BatchReachTest::words).toList();
    try (Simulator server =
        Simulator.builder().onRequest(this::sent).fault(Fault.parse("tpm=30000")).start()) {
      String said = run("-Xmx96m", server, rows, "-m", "gpt-4o", "--max-tokens", "2");

      assertThat(said).contains("limits of a minute: 30,000 tokens");
      assertThat(sends.size() - rows.size())
          .isLessThanOrEqualTo((int) Math.ceil(MOST_REFUSED * rows.size()));
      long used = tokensByTheServer() - 2L * sizes[sizes.length - 1];
      assertThat(share(used, 30_000)).isGreaterThan(LEAST_USED_BESIDE_ONE_ALONE);
    }
  }

  private long tokensByTheServer() throws IOException {
    return Files.readAllLines(folder.resolve("out.jsonl")).stream()
        .map(JsonObject::read)
        .flatMap(line -> line.object("response").stream())
        .flatMap(response -> response.object("body").stream())
        .flatMap(body -> body.object("usage").stream())
        .mapToLong(usage -> usage.wholeNumber("total_tokens").orElse(0))
        .sum();
  }

  /** The share of a limit of a minute that was used from the first send to the last. */
  private double share(long used, long perMinute) {
    double minutes = (sends.get(sends.size() - 1) - sends.get(0)) / 60e9;
    return used / (minutes * perMinute);
  }

  private static String words(int count) {
    return IntStream.range(0, count).mapToObj(word -> "time").collect(Collectors.joining(" "));
  }
}
