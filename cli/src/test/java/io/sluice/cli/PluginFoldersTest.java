package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.Simulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar that lies in a plugin folder is found there. */
class PluginFoldersTest {
  private static final String CHUNK =
      "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"ding \"}}]}\n\n";

  @TempDir private Path folder;

  @Test
  void aBellDroppedIntoTheFolderOfTheCallRingsOncePerChunk()
      throws IOException, InterruptedException {
    bell(folder.resolve("plugins"));
    String stream = CHUNK.repeat(5) + "data: [DONE]\n\n";
    byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
    try (Simulator server = Simulator.builder().replayBytes(bytes, "text/event-stream").start();
        Child child =
            Child.start(folder, server.baseUrl().toString(), "hello", "--sink", "bell").fed("")) {
      String out = new String(child.out().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(child.exitCode()).isZero();
      assertThat(child.err()).isEmpty();
      assertThat(out.chars().filter(c -> c == '\u0007')).hasSize(5);
      assertThat(out.replace("\u0007", "")).isEqualTo("ding ding ding ding ding \n");
    }
  }

  @Test
  void theHomeFolderIsThatOfTheEnvironmentUnlessTheDataFolderIsMoved() throws IOException {
    Path jar = bell(folder.resolve("home/.local/share/sluice/plugins"));
    Path moved = bell(folder.resolve("data/sluice/plugins"));
    Sluice home = Sluice.command().with("HOME", folder.resolve("home").toString());
    Sluice data = home.with("XDG_DATA_HOME", folder.resolve("data").toString());

    assertThat(home.run("sinks", "bell").out()).contains("from: " + jar + "\n");
    assertThat(data.run("sinks", "bell").out()).contains("from: " + moved + "\n");
    assertThat(home.with("XDG_DATA_HOME", "relative").run("sinks", "bell").out())
        .contains("from: " + jar + "\n");
    assertThat(home.run("sinks", "bell", "--no-plugins").code()).isEqualTo(ExitCode.NOTHING_SENT);
  }

  @Test
  void aJarThatIsFoundTwiceIsOneJar() throws IOException {
    Path jar = bell(folder.resolve("sluice/plugins"));
    Path link = Files.createSymbolicLink(folder.resolve("link.jar"), jar);

    Sluice.Ran ran =
        Sluice.command()
            .with("XDG_DATA_HOME", folder.toString())
            .run("sinks", "bell", "--plugin=" + link, "--plugin=" + jar);

    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("from: " + jar + "\n");
  }

  @Test
  void noPluginsLeavesOutTheFoldersAndNotTheJarsThatAreNamed() throws IOException {
    Path jar = bell(folder.resolve("elsewhere"));

    Sluice.Ran ran = Sluice.command().run("sinks", "bell", "--no-plugins", "--plugin=" + jar);

    assertThat(ran.out()).contains("from: " + jar + "\n");
  }

  private static Path bell(Path into) throws IOException {
    Files.createDirectories(into);
    return PluginJar.at(into.resolve("bell.jar"), "BellPlugin").naming("BellPlugin").pack();
  }
}
