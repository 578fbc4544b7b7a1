package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.Simulator;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person's archive has of the answers that the server gave. */
class ServedArchiveTest {
  private static final String PASSED =
      "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"passed on\"}]}";

  @TempDir private Path folder;

  @Test
  void whatAServerAnswersIsKeptForAPersonAsInAChat() throws Exception {
    var home = new UserHome(folder);
    try (Simulator server = Simulator.builder().start()) {
      String url = server.baseUrl().toString();
      try (Serving serving = Serving.start(home.person().with("OPENAI_BASE_URL", url))) {
        serving.follow(serving.run("hello", "\"conversation\":\"trip\""));
        assertThat(serving.interrupt().err())
            .isEqualTo("answers are kept in " + home.archive() + "; 'sluice log off' stops that\n");
      }
      try (Serving serving = Serving.start(home.person().with("OPENAI_BASE_URL", url))) {
        assertThat(serving.postAs("sk-1", "/v1/chat/completions", PASSED).statusCode())
            .isEqualTo(200);
      }
      try (Serving serving =
          Serving.start(home.person().with("OPENAI_BASE_URL", url), "--no-log")) {
        serving.follow(serving.run("not kept"));
      }
      try (Serving serving = Serving.start(home.script().with("OPENAI_BASE_URL", url))) {
        serving.follow(serving.run("of a script"));
      }
      try (Serving serving = Serving.start(home.person())) {
        serving.follow(serving.run("to the built-in model"));
      }
    }

    assertThat(home.asked()).containsExactly("hello");
    assertThat(home.kept().get(0).string("conversation")).hasValue("trip");
  }

  @Test
  void anArchiveThatIsRequiredAndCannotBeOpenedRefusesTheRequest() throws Exception {
    var home = new UserHome(folder);
    Files.createDirectories(home.archive());
    Path settings = Files.createDirectories(folder.resolve("sluice")).resolve("sluice.yaml");
    Files.writeString(settings, "serve: {record: required}\n");
    try (Simulator server = Simulator.builder().start();
        Serving serving =
            Serving.start(
                home.person()
                    .with("XDG_CONFIG_HOME", folder.toString())
                    .with("OPENAI_BASE_URL", server.baseUrl().toString()))) {
      var reply = serving.postAs("sk-1", "/v1/chat/completions", PASSED);

      assertThat(reply.statusCode()).as(reply.body()).isEqualTo(503);
      assertThat(reply.body()).contains("recorder_unavailable");
    }
  }
}
