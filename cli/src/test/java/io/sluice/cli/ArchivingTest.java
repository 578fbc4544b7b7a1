package io.sluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Interruption;
import io.sluice.cli.terminal.Terminals;
import io.sluice.json.JsonObject;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.fault.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;

/** When a run is kept, and that this changes nothing else. */
class ArchivingTest {
  private static final String CHUNK =
      "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"x\"}}]}\n\n";
  private static final String LAST =
      "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"over\"},\"finish_reason\":\"stop\"}]}\n\n";

  @TempDir private Path folder;
  private UserHome home = new UserHome(Path.of(""));

  @BeforeEach
  void moveIn() {
    home = new UserHome(folder);
  }

  @Test
  void whatAServerAnswersAPersonIsKeptWhichIsSaidOnce() {
    Sluice.Ran first = UserHome.answered(home.person(), "hello");
    Sluice.Ran second = UserHome.answered(home.person(), "hello again");

    assertThat(first.err())
        .isEqualTo("answers are kept in " + home.archive() + "; 'sluice log off' stops that\n");
    assertThat(second.err()).isEmpty();
    assertThat(home.asked()).containsExactly("hello again", "hello");
    JsonObject run = home.kept().get(1);
    assertThat(run.string("status")).hasValue("completed");
    assertThat(run.string("answer")).hasValue(first.out().strip());
    assertThat(run.object("tokens").flatMap(tokens -> tokens.string("encoding"))).isPresent();
    assertThat(run.object("timing").flatMap(timing -> timing.value("total_ms"))).isPresent();
  }

  @Test
  void eitherTerminalIsAPerson() {
    UserHome.answered(home.script().on(new Terminals(false, true, false)), "1");
    UserHome.answered(home.script().on(new Terminals(false, false, true)), "2", "--json");
    UserHome.answered(home.script().on(new Terminals(true, false, false)), "3");

    assertThat(home.asked()).containsExactly("2", "1");
  }

  @Test
  void nothingIsKeptInPipesOfflineOrWhereSomebodySaidNo() {
    UserHome.answered(home.script(), "in a pipe");
    home.person().run("without a key");
    UserHome.answered(home.person(), "--offline", "offline");
    UserHome.answered(home.person(), "--no-log", "not this one");
    UserHome.answered(home.person().with("SLUICE_NO_LOG", "true"), "nor any");
    home.script().run("log", "off");
    UserHome.answered(home.person(), "after log off");

    assertThat(home.archive()).doesNotExist();
    assertThat(home.script().run("log", "on").out())
        .isEqualTo("answers are kept in " + home.archive() + "\n");
    assertThat(UserHome.answered(home.person(), "after log on").err()).isEmpty();
    assertThat(home.asked()).containsExactly("after log on");
  }

  @Test
  void withoutAHomeFolderNothingIsKeptAndNothingIsSaid() {
    Sluice homeless = Sluice.command().on(UserHome.WATCHED);

    assertThat(UserHome.answered(homeless, "hello").err()).isEmpty();
    assertThat(homeless.run("log").err())
        .isEqualTo("sluice: there is no home folder for the archive; set HOME to one\n");
  }

  @Test
  void whoWantedQuietIsToldTheNextTime() {
    assertThat(UserHome.answered(home.person(), "-q", "hello").err()).isEmpty();
    assertThat(UserHome.answered(home.person(), "hello").err()).startsWith("answers are kept in ");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void itIsTheOwnersAlone() throws IOException {
    UserHome.answered(home.person(), "hello");

    for (Path file : List.of(home.archive(), home.toggle())) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void anArchiveThatCannotBeCostsOneLineAndNothingElse() throws IOException {
    Files.createDirectories(folder.resolve(".local"));
    Files.writeString(folder.resolve(".local/share"), "a file");
    Sluice.Ran ran = UserHome.answered(home.person(), "--json", "hello");

    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(ran.err())
        .isEqualTo(
            "sluice: this answer is not kept: "
                + home.archive().getParent()
                + " cannot be made; check the permissions there\n");
    assertThat(sluice(ran).elements("sink_failures")).hasValue(List.of());
  }

  @Test
  void aDamagedArchiveIsSetAsideAndANewOneBegins() throws IOException {
    Files.createDirectories(home.archive().getParent());
    Files.writeString(home.archive(), "no database at all".repeat(99));
    Sluice.Ran ran = UserHome.answered(home.person(), "hello");

    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(ran.err().lines().toList().get(0))
        .startsWith("sluice: " + home.archive() + " is no archive; it is kept as ")
        .endsWith(", and a new archive begins");
    assertThat(home.asked()).containsExactly("hello");
    try (Stream<Path> files = Files.list(home.archive().getParent())) {
      assertThat(files.filter(file -> file.toString().contains(".damaged-")))
          .singleElement()
          .satisfies(aside -> assertThat(aside).content().startsWith("no database at all"));
    }
  }

  /** More chunks than may wait for it, so that an archive that blocked would stop the answer. */
  @Test
  void anArchiveThatIsBusyUntilTheAnswerIsOnTheScreenKeepsItWhole() throws Exception {
    UserHome.answered(home.person(), "the first");
    byte[] stream = (CHUNK.repeat(3_000) + LAST + "data: [DONE]\n\n").getBytes(UTF_8);
    try (Connection other = writer();
        Simulator server = Simulator.builder().replayBytes(stream, "text/event-stream").start()) {
      var screen = new Screen("over", other);
      Sluice.Ran ran =
          home.person()
              .with("OPENAI_BASE_URL", server.baseUrl().toString())
              .run(screen, new Interruption(), "hello");

      assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
      assertThat(ran.err()).isEmpty();
      assertThat(screen.toString(UTF_8)).isEqualTo("x".repeat(3_000) + "over\n");
    }
    assertThat(home.kept().get(0).string("status")).hasValue("completed");
    assertThat(home.kept().get(0).string("answer")).hasValue("x".repeat(3_000) + "over");
    assertThat(home.script().run("log", "export").out()).hasLineCount(3_003);
  }

  @Tag("thorough") // It waits as long as anybody has to.
  @Test
  void anArchiveThatStaysBusyCostsTheRecordWhichIsSaid() throws Exception {
    UserHome.answered(home.person(), "the first");
    try (Connection other = writer()) {
      Sluice.Ran ran = UserHome.answered(home.person(), "hello");

      assertThat(other.isClosed()).isFalse();
      assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
      assertThat(ran.err())
          .isEqualTo(
              "sluice: this answer is not kept: "
                  + home.archive()
                  + " is kept busy by another process; try again when that has ended; nothing of it"
                  + " is kept\n");
    }
    assertThat(home.asked()).containsExactly("the first");
  }

  @Test
  void aStoppedOrCutAnswerIsKeptAsSuch() {
    UserHome.answered(Simulator.builder().fault(Fault.parse("cut=3")), home.person(), "1");
    UserHome.answered(
        Simulator.builder().fault(Fault.parse("status=401")), home.person(), "--retries=0", "2");

    assertThat(home.kept())
        .extracting(run -> run.string("status").orElse(""))
        .containsExactly("failed", "truncated");
    assertThat(home.kept().get(0).object("error").flatMap(error -> error.string("type")))
        .hasValue("http");
    assertThat(home.script().run("log", "list", "--status", "failed").out()).hasLineCount(1);
  }

  @Test
  void aClosedStdoutStillEndsTheStream() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int single) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    try (Simulator endless = Simulator.builder().fault(Fault.parse("endless")).start()) {
      Sluice.Ran ran =
          home.person()
              .with("OPENAI_BASE_URL", endless.baseUrl().toString())
              .run(closed, new Interruption(), "-q", "hello");

      assertThat(ran.code()).isEqualTo(ExitCode.STDOUT_CLOSED);
      assertThat(ran.err()).isEmpty();
    }
    assertThat(home.kept()).hasSize(1);
  }

  @Test
  void theKeyIsNowhereInIt() throws IOException {
    Sluice person = home.person().with("OPENAI_API_KEY", "sk-secret-key");
    for (String fault : List.of("status=401", "cut=2", "then-ok")) {
      UserHome.answered(
          Simulator.builder().fault(Fault.parse(fault)), person, "--retries=0", "hello");
    }

    assertThat(home.kept()).hasSize(3);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain("sk-secret-key");
      }
    }
  }

  /** Another one who is writing to the archive, until they roll back. */
  private Connection writer() throws SQLException {
    Connection other = new JDBC().connect("jdbc:sqlite:" + home.archive(), new Properties());
    try (Statement statement = other.createStatement()) {
      statement.executeUpdate("BEGIN IMMEDIATE");
    }
    return other;
  }

  private static JsonObject sluice(Sluice.Ran ran) {
    return JsonObject.read(ran.out()).object("sluice").orElseThrow();
  }

  /** Has the other writer leave the archive when a word is on it. */
  private static final class Screen extends ByteArrayOutputStream {
    private final String word;
    private final Connection other;

    Screen(String word, Connection other) {
      this.word = word;
      this.other = other;
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      super.write(bytes, offset, length);
      if (toString(UTF_8).endsWith(word)) {
        try (Statement statement = other.createStatement()) {
          statement.executeUpdate("ROLLBACK");
        } catch (SQLException refused) {
          throw new AssertionError(refused);
        }
      }
    }
  }
}
