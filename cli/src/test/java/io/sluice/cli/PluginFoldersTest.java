package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
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
  void aBellInTheWorkingFolderRingsOncePerChunkIfTheUserTrustsThatFolder()
      throws IOException, InterruptedException {
    bell(folder.resolve("plugins"));
    trusting(folder);
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
  void jarsOfAFolderThatNobodyTrustsAreLeftOutWhichIsSaidOnce() throws IOException {
    bell(folder.resolve("clone/plugins"));
    Path plugins = folder.resolve("clone/plugins").toRealPath();
    String reason =
        "the jars in ./plugins are not loaded, because you do not trust that folder; if you do, add"
            + " to 'trust:' in "
            + folder.resolve("xdg/sluice/sluice.yaml")
            + ": "
            + plugins
            + "\n";
    Sluice clone = trusting(folder.resolve("clone/plug"));

    for (String[] call : new String[][] {{"sinks"}, {"--offline", "--sink=tokens", "hello"}}) {
      Sluice.Ran ran = clone.run(call);
      assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
      assertThat(ran.err()).containsOnlyOnce(reason);
      assertThat(ran.out()).doesNotContain("bell");
    }
    for (String[] call :
        new String[][] {
          {"sinks", "bell"}, {"--offline", "--sink=bell", "hello"}, {"--dialect=bell", "hello"}
        }) {
      Sluice.Ran ran = clone.run(call);
      assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
      assertThat(ran.err()).startsWith("sluice: unknown ").endsWith("; " + reason).hasLineCount(1);
    }
    assertThat(clone.run("sinks", "--no-plugins").err()).isEmpty();
    assertThat(clone.run("sinks", "--plugin=" + plugins.resolve("bell.jar")).err()).isEmpty();
    assertThat(trusting(plugins).run("sinks").out()).contains("bell");
  }

  /** A clone can link to a folder elsewhere, and that folder is what counts. */
  @Test
  void aLinkIsTrustedAsTheFolderItLeadsTo() throws IOException {
    Path elsewhere = folder.resolve("elsewhere");
    bell(elsewhere);
    Files.createDirectories(folder.resolve("clone"));
    Files.createSymbolicLink(folder.resolve("clone/plugins"), elsewhere);

    assertThat(trusting(folder.resolve("clone")).run("sinks").out()).doesNotContain("bell");
    assertThat(trusting(elsewhere).run("sinks").out()).contains("bell");
  }

  @Test
  void theUsersOwnFolderNeedsNoTrustWhereTheCommandIsCalledFromBesideIt() throws IOException {
    bell(folder.resolve("sluice/plugins"));
    Sluice.Ran ran =
        Sluice.command()
            .in(folder.resolve("sluice"))
            .with("XDG_DATA_HOME", folder.toString())
            .run("sinks");

    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("bell");
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

  /** Called in the folder {@code clone}, by a user who trusts that one. */
  private Sluice trusting(Path trusted) throws IOException {
    Path own = Files.createDirectories(folder.resolve("xdg/sluice")).resolve("sluice.yaml");
    Files.writeString(own, "trust:\n  - " + trusted + "\n");
    return Sluice.command()
        .in(folder.resolve("clone"))
        .with("XDG_CONFIG_HOME", folder.resolve("xdg").toString());
  }

  private static Path bell(Path into) throws IOException {
    Files.createDirectories(into);
    return PluginJar.at(into.resolve("bell.jar"), "BellPlugin").naming("BellPlugin").pack();
  }
}
