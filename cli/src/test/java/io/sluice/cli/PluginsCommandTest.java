package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plugins are begun, added, listed and removed. */
class PluginsCommandTest {
  @TempDir private Path folder;
  private Path own = Path.of("");
  private Path work = Path.of("");
  private Sluice sluice = Sluice.command();

  @BeforeEach
  void goHome() throws IOException {
    Path home = Files.createDirectories(folder.resolve("home")).toRealPath();
    own = home.resolve(".local/share/sluice/plugins");
    work = Files.createDirectories(folder.resolve("work")).toRealPath();
    sluice = Sluice.command().in(work).with("HOME", home.toString());
  }

  @ParameterizedTest
  @CsvSource({"sink,8", "stage,7", "dialect,7"})
  void aNewProjectCompilesAndIsDroppedIn(String kind, int files) throws IOException {
    Sluice.Ran made = sluice.run("plugins", "new", "my-notes", "--kind", kind);

    Path project = work.resolve("my-notes");
    assertThat(made.err()).contains("sluice plugins add " + project + "/target/my-notes-1.0.jar");
    assertThat(made.out()).isEqualTo(project + "\n");
    assertThat(filesOf(project)).hasSize(files).allSatisfy(PluginsCommandTest::assertFilled);
    Path jar = build(project);
    Sluice.Ran added = sluice.run("plugins", "add", jar.toString());
    assertThat(added.err()).isEqualTo("added " + kind + " my-notes\n");
    assertThat(added.out()).isEqualTo(own.resolve("my-notes-1.0.jar") + "\n");
    assertThat(sluice.run("plugins").out())
        .isEqualTo(own + "\n  my-notes-1.0.jar  " + kind + " my-notes\n");
  }

  @Test
  void aNewSinkWritesTheAnswer() throws IOException {
    sluice.run("plugins", "new", "notes");
    sluice.run("plugins", "add", build(work.resolve("notes")).toString());

    Path file = folder.resolve("answer.txt");
    Sluice.Ran ran = sluice.run("--offline", "--sink", "notes:path=" + file, "Hello");

    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(file).content().endsWith("\n[completed]\n");
  }

  @Test
  void aProjectGoesWhereItIsSentWithTheNamesThatItIsGiven() throws IOException {
    Path project = folder.resolve("elsewhere/project");
    sluice.run(
        "plugins", "new", "notes", project.toString(), "--package=org.acme.log", "--kind=stage");

    assertThat(project.resolve("src/main/java/org/acme/log/NotesStage.java")).exists();
    assertThat(project.resolve("src/main/resources/META-INF/services/io.sluice.plugin.Plugin"))
        .hasContent("org.acme.log.NotesPlugin");
    assertThat(project.resolve("pom.xml"))
        .content()
        .contains("<groupId>org.acme</groupId>", "<sluice.version>" + Version.current() + "<");
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Path taken = Files.createDirectories(work.resolve("notes"));
    Files.writeString(taken.resolve("pom.xml"), "mine");

    Sluice.Ran ran = sluice.run("plugins", "new", "notes");

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.err())
        .isEqualTo("sluice: " + taken + " is there and not empty; name another folder\n");
    assertThat(filesOf(taken)).hasSize(1);
    assertThat(sluice.run("plugins", "new", "other", taken + "/pom.xml").err())
        .isEqualTo("sluice: " + taken + "/pom.xml is there and not empty; name another folder\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "new | plugins new needs a NAME; name one, such as notes",
        "new Notes | 'Notes' is no name for a plugin; use small letters, digits and single hyphens",
        "new file | the sink 'file' is built in; choose another name",
        "new a b c | 'c' is one argument too many; leave it out",
        "new notes --kind sing | unknown kind of plugin 'sing'; did you mean 'sink'?",
        "new notes --package a.1b | 'a.1b' is no name of a Java package; use one such as",
        "list --kind sink | plugins list does not take --kind; leave it out",
        "add | plugins add needs a FILE or GROUP:ARTIFACT:VERSION; name one",
        "add missing.jar | missing.jar",
        "add com.acme:bell:1-SNAPSHOT | com.acme:bell:1-SNAPSHOT is not in",
        "remove | plugins remove needs a NAME; name one",
        "remove bell | has no plugin 'bell'; it is empty",
        "ad | unknown action 'ad'; did you mean 'add'?"
      })
  void whatCannotBeDoneIsSaidInOneLine(String words, String complaint) {
    Sluice.Ran ran = sluice.run(("plugins " + words).split(" "));

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.err()).startsWith("sluice: ").contains(complaint.strip()).hasLineCount(1);
    assertThat(work).isEmptyDirectory();
  }

  @Test
  void aJarThatDoesNotWorkIsNotAdded() throws IOException {
    Path text = Files.writeString(work.resolve("text.jar"), "no jar");
    Path plain = PluginJar.at(work.resolve("plain.jar"), "BellPlugin").pack();
    Path other = Files.copy(plain, work.resolve("plain.zip"));

    assertThat(sluice.run("plugins", "add", text.toString()).err())
        .contains("is no jar, or a damaged one")
        .hasLineCount(1);
    assertThat(sluice.run("plugins", "add", plain.toString()).err())
        .contains("holds no plugin")
        .hasLineCount(1);
    assertThat(sluice.run("plugins", "add", other.toString()).err())
        .contains("does not end in .jar")
        .hasLineCount(1);
    assertThat(own).doesNotExist();
  }

  @Test
  void aNameIsAddedOnceAndAFileIsNotReplaced() throws IOException {
    Path jar = ring(work.resolve("bell.jar"));
    Path again = ring(work.resolve("other.jar"));
    sluice.run("plugins", "add", jar.toString());

    assertThat(sluice.run("plugins", "add", again.toString()).err())
        .contains("sink 'ring' is bound by")
        .contains("remove all but one")
        .hasLineCount(1);
    assertThat(sluice.run("plugins", "remove", "ring").err())
        .isEqualTo("removed " + own.resolve("bell.jar") + "\n");
    Files.writeString(own.resolve("bell.jar"), "broken");
    assertThat(sluice.run("plugins", "add", jar.toString()).err())
        .endsWith("is there already; remove it first: sluice plugins remove bell.jar\n");
    assertThat(own.resolve("bell.jar")).hasContent("broken");
    assertThat(filesOf(own)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gong.jar", "gong", "ring"})
  void aJarIsRemovedByItsNameOrThatOfItsSink(String name) throws IOException {
    sluice.run("plugins", "add", ring(work.resolve("gong.jar")).toString());

    assertThat(sluice.run("plugins", "remove", name).code()).isEqualTo(ExitCode.COMPLETED);

    assertThat(own).isEmptyDirectory();
    assertThat(work.resolve("gong.jar")).exists();
  }

  @Test
  void onlyJarsOfThatFolderAreRemoved() throws IOException {
    Path outside = ring(Files.createDirectories(own.resolveSibling("else")).resolve("bell.jar"));

    assertThat(sluice.run("plugins", "remove", "../else/bell.jar").err())
        .contains("has no plugin '../else/bell.jar'");
    assertThat(outside).exists();
  }

  @Test
  void aJarOfTheLocalRepositoryIsAddedByItsCoordinates() throws IOException {
    Path kept = folder.resolve("home/.m2/repository/com/acme/bell/1.0");
    ring(Files.createDirectories(kept).resolve("bell-1.0.jar"));

    assertThat(sluice.run("plugins", "add", "com.acme:bell:1.0").err())
        .isEqualTo("added sink ring\n");

    assertThat(own.resolve("bell-1.0.jar")).exists();
  }

  @Test
  void aFolderThatIsNotTrustedIsListedAndNotLoaded() throws IOException {
    ring(Files.createDirectories(work.resolve("plugins")).resolve("bell.jar"));

    Sluice.Ran ran = sluice.run("plugins", "list");

    assertThat(ran.out())
        .isEqualTo(own + "\n  no jars\n" + work.resolve("plugins") + " (not loaded)\n  bell.jar\n");
    assertThat(ran.err()).contains("because you do not trust that folder").hasLineCount(1);
  }

  @Test
  void aBrokenJarIsListedWithWhatIsWrong() throws IOException {
    Files.createDirectories(own);
    Files.writeString(own.resolve("broken.jar"), "no jar");

    assertThat(sluice.run("plugins").out()).contains("broken.jar  plugin ").contains("is no jar");
  }

  private static void assertFilled(Path file) throws IOException {
    assertThat(file).content().isNotEmpty().doesNotContain("@name@", "@Name@", "@package@", "@sl");
  }

  private static Path ring(Path jar) throws IOException {
    return PluginJar.at(jar, "RingPlugin").naming("RingPlugin").pack();
  }

  private static List<Path> filesOf(Path in) throws IOException {
    try (Stream<Path> files = Files.walk(in)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Compiles all sources and packs the main ones, as Maven does; runs no test. */
  private static Path build(Path project) throws IOException {
    Path target = Files.createDirectories(project.resolve("target"));
    Path classes = target.resolve("classes");
    compile(filesOf(project.resolve("src/main/java")), classes, "");
    compile(filesOf(project.resolve("src/test/java")), target.resolve("tests"), classes + ":");
    Path jar = target.resolve(project.getFileName() + "-1.0.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Path root : List.of(classes, project.resolve("src/main/resources"))) {
        for (Path file : filesOf(root)) {
          out.putNextEntry(new JarEntry(root.relativize(file).toString()));
          out.write(Files.readAllBytes(file));
        }
      }
    }
    return jar;
  }

  private static void compile(List<Path> sources, Path into, String path) throws IOException {
    Files.createDirectories(into);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none", "-Xlint:all,-path", "-Werror", "--release", "17", "-d", into + ""));
    arguments.addAll(List.of("-cp", path + System.getProperty("java.class.path")));
    sources.forEach(source -> arguments.add(source.toString()));
    var said = new java.io.ByteArrayOutputStream();
    int failed =
        Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
            .run(null, null, said, arguments.toArray(String[]::new));
    assertThat(failed).as(said.toString(StandardCharsets.UTF_8)).isZero();
  }
}
