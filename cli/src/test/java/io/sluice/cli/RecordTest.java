package io.sluice.cli;

import static io.sluice.cli.WireBytes.CHUNKED_HEAD;
import static io.sluice.cli.WireBytes.DONE;
import static io.sluice.cli.WireBytes.HEAD;
import static io.sluice.cli.WireBytes.HELLO;
import static io.sluice.cli.WireBytes.LAST_CHUNK;
import static io.sluice.cli.WireBytes.chunked;
import static io.sluice.cli.WireBytes.response;
import static io.sluice.cli.WireBytes.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.json.JsonObject;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --record} keeps is what the server sent, and plays again to the same answer. */
class RecordTest {
  private static final String WHOLE =
      "{\"id\":\"c1\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\","
          + "\"content\":\"Hello\"},\"finish_reason\":\"stop\"}]}";

  @TempDir private Path folder;

  @Test
  void theFileHoldsTheBodyAndPlaysAlike() throws IOException {
    String body = ": hi\r\n\r\n" + HELLO + DONE + "\n\n";

    Sluice.Ran asked = recorded(CHUNKED_HEAD + chunked(body) + LAST_CHUNK);

    assertThat(file()).hasContent(body);
    assertPlaysAs(asked);
    assertThat(asked.code()).isEqualTo(ExitCode.COMPLETED);
  }

  @Test
  void anAnswerThatIsCutIsKeptUpToTheCut() throws IOException {
    Sluice.Ran asked = recorded(HEAD + text("Hel") + "data: {\"id");

    assertThat(Files.readString(file())).isEqualTo(text("Hel") + "data: {\"id");
    assertPlaysAs(asked);
    assertThat(asked.code()).isEqualTo(ExitCode.TRUNCATED);
  }

  @Test
  void anAnswerInOnePieceIsKeptAsOne() throws IOException {
    Sluice.Ran asked =
        recorded(response(200, "Content-Type: application/json\r\n", WHOLE), "--no-stream");

    assertThat(file()).hasContent(WHOLE);
    assertPlaysAs(asked);
  }

  @Test
  void ofARefusalItsBodyIsKept() throws IOException {
    String body = "{\"error\":{\"message\":\"no such key\",\"code\":\"invalid_api_key\"}}";

    Sluice.Ran asked = recorded(response(401, "", body));
    Sluice.Ran played = Sluice.command().run("replay", file().toString());

    assertThat(file()).hasContent(body);
    assertThat(played.code()).isEqualTo(asked.code()).isEqualTo(ExitCode.NOT_AUTHORISED);
    assertThat(played.err()).contains("no such key");
  }

  @Test
  void onlyTheAttemptThatIsDeliveredIsKept() throws IOException {
    try (Simulator server =
        Simulator.builder()
            .fault(Fault.parse("retry-after=0"))
            .fault(Fault.parse("then-ok"))
            .start()) {
      Sluice.Ran asked = ask(server.baseUrl().toString());

      assertThat(asked.code()).isEqualTo(ExitCode.COMPLETED);
      assertThat(file()).content().startsWith("data: ").endsWith("data: [DONE]\n\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate"})
  void whatCameCompressedIsKeptUnpacked(String fault) throws IOException {
    try (Simulator server = Simulator.builder().fault(Fault.parse(fault)).start()) {
      Sluice.Ran asked = ask(server.baseUrl().toString());

      assertThat(file()).content().startsWith("data: ").endsWith("data: [DONE]\n\n");
      assertPlaysAs(asked);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyItsOwnerMayReadTheFile() throws IOException {
    recorded(HEAD + HELLO + DONE);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void aFileThatExistsIsRefusedBeforeAnythingIsSent() throws IOException {
    Files.writeString(file(), "precious");
    try (RawServer server = server(HEAD + HELLO + DONE)) {
      Sluice.Ran ran = ask(server.url());

      assertThat(ran)
          .isEqualTo(
              new Sluice.Ran(
                  ExitCode.NOTHING_SENT,
                  "",
                  "sluice: " + file() + " exists; name another file to record to\n"));
      assertThat(server.requests()).isEmpty();
    }
    assertThat(file()).hasContent("precious");
  }

  @Test
  void aFolderThatIsMissingIsRefusedBeforeAnythingIsSent() throws IOException {
    Path lost = folder.resolve("no").resolve("a.sse");
    try (RawServer server = server(HEAD + HELLO + DONE)) {
      Sluice.Ran ran = sluice(server.url()).run("hello", "--record", lost.toString());

      assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
      assertThat(ran.err()).hasLineCount(1).contains(lost + " cannot be made: its folder does not");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void stdoutMayHaveTheBytesInsteadOfTheText() throws IOException {
    String busy = response(503, "Retry-After: 0\r\n", "busy");
    RawServer.Answer answer = bytes(HEAD + HELLO + DONE);
    try (RawServer server = RawServer.answering(number -> number == 0 ? bytes(busy) : answer)) {
      Sluice.Ran ran = sluice(server.url()).run("hello", "-q", "--record", "-");

      assertThat(ran).isEqualTo(new Sluice.Ran(ExitCode.COMPLETED, HELLO + DONE, ""));
    }
  }

  @Test
  void inspectRecordsToo() throws IOException {
    try (RawServer server = server(HEAD + HELLO + DONE)) {
      sluice(server.url()).run("inspect", "hello", "--record", file().toString());
    }

    assertThat(file()).hasContent(HELLO + DONE);
  }

  private Path file() {
    return folder.resolve("answer.sse");
  }

  private Sluice.Ran recorded(String response, String... flags) throws IOException {
    try (RawServer server = server(response)) {
      return ask(server.url(), flags);
    }
  }

  private Sluice.Ran ask(String url, String... flags) {
    String[] args = new String[flags.length + 4];
    System.arraycopy(flags, 0, args, 4, flags.length);
    args[0] = "hello";
    args[1] = "--json";
    args[2] = "--record";
    args[3] = file().toString();
    return sluice(url).run(args);
  }

  private static Sluice sluice(String url) {
    return Sluice.command().with("OPENAI_BASE_URL", url).with("SLUICE_RETRIES", "1");
  }

  private static RawServer server(String response) throws IOException {
    return RawServer.answering(bytes(response));
  }

  private static RawServer.Answer bytes(String response) {
    return (socket, in) -> {
      socket.getOutputStream().write(response.getBytes(UTF_8));
      socket.shutdownOutput();
      in.readAllBytes(); // Until the client has had enough.
      socket.close();
    };
  }

  private void assertPlaysAs(Sluice.Ran asked) {
    Sluice.Ran played = Sluice.command().run("replay", "--json", file().toString());

    assertThat(played.code()).isEqualTo(asked.code());
    assertThat(told(played)).isEqualTo(told(asked)).isNotEmpty();
  }

  /** The answer and how it ended, without what depends on the clock and on who was asked. */
  private static Map<String, Object> told(Sluice.Ran ran) {
    JsonObject all = JsonObject.read(ran.out());
    Map<String, Object> told = new HashMap<>(all.members());
    JsonObject run = all.object("sluice").orElseThrow();
    told.put("sluice", run.string("status").orElseThrow() + run.wholeNumber("chunks"));
    return told;
  }
}
