package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.Sluice.Ran;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Interruption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Batches whose rows come from a queue that a jar brings. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueueBatchTest {
  private static final String ROWS =
      "{\"id\":\"a\",\"prompt\":\"One\"}\nno JSON\n{\"id\":\"b\",\"prompt\":\"Two\"}\n";

  private Path folder = Path.of("");
  private Path jar = Path.of("");

  @BeforeAll
  void packThePlugin(@TempDir Path made) throws IOException {
    folder = made;
    jar = PluginJar.at(folder.resolve("spool.jar"), "SpoolPlugin").naming("SpoolPlugin").pack();
    Files.writeString(folder.resolve("rows"), ROWS);
  }

  @Test
  void theRowsOfAQueueAreAnsweredIntoAFile() throws IOException {
    Path output = folder.resolve("out.jsonl");
    Ran ran = batch("--from", from(), "-o", output.toString());

    assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.err()).contains("2 completed · 1 failed");
    assertThat(Files.readAllLines(output)).hasSize(3);
    assertThat(Files.readString(output))
        .contains("\"custom_id\":\"line-2\"", "the row is no JSON object");
  }

  @Test
  void aQueueMayKeepTheResultsItself() throws IOException {
    Path results = folder.resolve("results");
    Ran ran = batch("--from", from() + ",results=" + results, "--max-failed", "1");

    assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.COMPLETED);
    assertThat(Files.readAllLines(results)).hasSize(3);
  }

  @Test
  void aBatchThatFollowsEndsWhenItIsInterrupted() throws Exception {
    Path text = folder.resolve("texts");
    Path results = folder.resolve("followed");
    var interruption = new Interruption();
    var ended = new CompletableFuture<Ran>();
    var thread =
        new Thread(
            () ->
                ended.complete(
                    command()
                        .run(
                            new ByteArrayOutputStream(),
                            interruption,
                            arguments(
                                "--from",
                                from() + ",results=" + results,
                                "--follow",
                                "--text-dir",
                                text.toString()))));
    thread.setDaemon(true);
    thread.start();
    awaitFile(text.resolve("b.txt"));
    interruption.raise(ExitCode.INTERRUPTED);

    Ran ran = ended.get(60, TimeUnit.SECONDS);
    assertThat(ran.code()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(ran.err()).contains("it was stopped; the queue hands out again what has no result");
    assertThat(Files.readAllLines(results)).hasSize(3);
  }

  @Test
  void whatIsWrongIsSaidInOneLine() throws IOException {
    var said = new StringBuilder();
    for (String[] flags :
        new String[][] {
          {"--from", "spol:path=x", "-o", "out"},
          {"--from", "spool", "-o", "out"},
          {"--from", "spool:path=" + folder.resolve("rows") + ",color=red", "-o", "out"},
          {"--from", from()},
          {"--from", from() + ",results=" + folder.resolve("r"), "-o", path("out")},
          {"--from", from(), "in.jsonl", "-o", "out"},
          {"--from", from(), "--dry-run"},
          {"--from", from(), "--format", "csv", "-o", path("out")},
          {"--from", ":x", "-o", "out"},
          {"--follow", "in.jsonl", "-o", "out"}
        }) {
      Ran ran = batch(flags);
      assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.NOTHING_SENT);
      said.append(Sluice.errors(ran));
    }
    Golden.compare("queues-wrong.txt", said.toString().replace(folder.toString(), "FOLDER"));
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void theQueuesAreListedWithTheirOptions() throws IOException {
    Ran all = Sluice.command().run("queues", "--plugin", jar.toString());
    Ran one = Sluice.command().run("queues", "spool", "--plugin", jar.toString());

    assertThat(all.out()).contains("spool      takes the lines of a file (");
    Golden.compare("queues-spool.txt", one.out().replace(folder.toString(), "FOLDER"));
  }

  private static void awaitFile(Path file) throws InterruptedException {
    var never = new CountDownLatch(1);
    for (int i = 0; i < 3_000 && !Files.exists(file); i++) {
      assertThat(never.await(20, TimeUnit.MILLISECONDS)).isFalse();
    }
    assertThat(file).exists();
  }

  private String from() {
    return "spool:path=" + folder.resolve("rows");
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private Ran batch(String... flags) {
    return command().run(arguments(flags));
  }

  private Sluice command() {
    return Sluice.command().in(folder);
  }

  private String[] arguments(String... flags) {
    String[] all = new String[flags.length + 4];
    all[0] = "batch";
    all[1] = "--offline";
    all[2] = "--plugin";
    all[3] = jar.toString();
    System.arraycopy(flags, 0, all, 4, flags.length);
    return all;
  }
}
