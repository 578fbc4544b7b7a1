package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars that are stale, broken or foreign get a line each, and the rest works. */
class PluginsTest {
  private static final List<String> CALLS =
      List.of("create", "undeclared", "onRetry", "onChunk", "stale", "onEnd", "close");

  @TempDir private Path folder;

  private final StringBuilder said = new StringBuilder();

  @Test
  void aJarThatCannotBeLoadedGetsOneLineAndTheAnswerArrives() throws IOException {
    for (Path jar : unusable()) {
      Sluice.Ran ran = run("hello", "--plugin", jar.toString());

      assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
      assertThat(ran.out()).isNotBlank();
    }
    Golden.compare("plugins-unusable.txt", said.toString());
  }

  @Test
  void aSinkThatBreaksGetsOneLineAndTheAnswerArrives() throws IOException {
    String plugin = "--plugin=" + faulty();
    for (String call : CALLS) {
      try (Simulator server = failingOnce()) {
        Sluice.Ran ran = run("hello", "-q", plugin, "--sink=faulty:in=" + call, baseUrl(server));

        assertThat(ran.code()).as(call).isEqualTo(ExitCode.SINK_FAILED);
        assertThat(ran.out()).as(call).isNotBlank();
      }
    }
    Golden.compare("plugins-faulty.txt", said.toString());
  }

  @Test
  void aSinkThatIsRefusedOrDoesNotOpenKeepsTheRequestFromBeingSent() throws IOException {
    Path bell = PluginJar.at(folder.resolve("bell.jar"), "BellPlugin").naming("BellPlugin").pack();
    Path twin = Files.copy(bell, folder.resolve("twin.jar"));
    String faulty = "--plugin=" + faulty();
    String[][] calls = {
      {"hello", faulty, "--sink=faulty:in=onOpen"},
      {"hello", faulty, "--sink=faulty:in=null"},
      {"hello", faulty, "--sink=faulty:on=open"},
      {"hello", "--plugin=" + bell, "--plugin=" + twin, "--sink=bell"},
      {"sinks", "--plugin=" + bell, "--plugin=" + twin, "bell"},
    };
    for (String[] call : calls) {
      Sluice.Ran ran = run(call);

      assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
      assertThat(ran.out()).isEmpty();
    }
    Golden.compare("plugins-refused.txt", said.toString());
  }

  @Test
  void aFactoryThatThrowsWhenItIsAskedIsNamedAndTheOthersAreListed() throws IOException {
    Path jar =
        PluginJar.at(folder.resolve("silent.jar"), "SilentPlugin").naming("SilentPlugin").pack();

    Sluice.Ran ran = Sluice.command().run("sinks", "--plugin", jar.toString());
    Sluice.Ran asked = Sluice.command().run("sinks", "silent", "--plugin", jar.toString());

    assertThat(ran.out()).contains("console", "file").doesNotContain("silent");
    assertThat(ran.err())
        .isEqualTo(
            "sluice: sink 'silent': its plugin ("
                + jar
                + ") is broken: IllegalArgumentException: option 'every' is 'often';"
                + " use a whole number\n");
    assertThat(asked.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(asked.err()).isEqualTo(ran.err());
  }

  @Test
  void aJarBringsItsOwnVersionOfALibrary() throws IOException {
    Path libraries = Path.of("target", "other-versions");
    Path jar =
        PluginJar.at(folder.resolve("libraries.jar"), "LibrariesPlugin")
            .naming("LibrariesPlugin")
            .with(libraries.resolve("jackson-core.jar"))
            .with(libraries.resolve("guava.jar"))
            .pack();

    Sluice.Ran ran = run("hello", "-q", "--plugin=" + jar, "--sink=libraries:note=" + folder);

    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(ran.err()).isEmpty();
    assertThat(folder.resolve("note.txt"))
        .hasContent(
            """
            jackson 3.0.0
            guava of libraries.jar
            its own class loader is the context true
            choices seen true
            """);
  }

  /** Notes what was typed and what stderr said, without where this machine keeps the jars. */
  private Sluice.Ran run(String... args) {
    Sluice.Ran ran = Sluice.command().run(args);
    String typed = String.join(" ", args).replaceAll(" --base-url=\\S+", "");
    said.append(("$ sluice " + typed + "\n" + Sluice.errors(ran)).replace(folder + "/", ""));
    return ran;
  }

  private Path faulty() throws IOException {
    return PluginJar.at(folder.resolve("faulty.jar"), "FaultyPlugin", "Missing")
        .naming("FaultyPlugin")
        .pack();
  }

  /** Its first answer is 503, so that the request is sent again. */
  private static Simulator failingOnce() {
    return Simulator.builder()
        .fault(Fault.parse("status=503"))
        .fault(Fault.parse("times=1"))
        .start();
  }

  private static String baseUrl(Simulator server) {
    return "--base-url=" + server.baseUrl();
  }

  private Path[] unusable() throws IOException {
    return new Path[] {
      Files.writeString(folder.resolve("text.jar"), "no jar"),
      PluginJar.at(folder.resolve("unnamed.jar"), "BellPlugin").pack(),
      PluginJar.at(folder.resolve("nowhere.jar"), "BellPlugin").naming("Gone").pack(),
      PluginJar.at(folder.resolve("foreign.jar"), "Foreign").naming("Foreign").pack(),
      PluginJar.at(folder.resolve("orphan.jar"), "OrphanPlugin", "Missing")
          .naming("OrphanPlugin")
          .pack(),
      newer(),
      PluginJar.at(folder.resolve("throwing.jar"), "ThrowingPlugin")
          .naming("ThrowingPlugin")
          .pack(),
    };
  }

  /** Compiled for a Java of the far future. */
  private Path newer() throws IOException {
    return PluginJar.at(folder.resolve("newer.jar"), "BellPlugin")
        .naming("BellPlugin")
        .forJava(99)
        .pack();
  }
}
