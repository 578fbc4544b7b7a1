package io.sluice.sinks.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.plugin.Plugins;
import io.sluice.plugin.SinkSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookPluginTest {

  private final Plugins registry = Plugins.load(List.of());

  @TempDir private Path folder;

  @Test
  void headersComeFromAFile() throws IOException {
    Path file = folder.resolve("headers");
    Files.writeString(file, "# for the bot\n\nAuthorization: Bearer s3cret\nX-Run:a\n");

    assertThat(HeaderFile.addTo(WebhookTarget.of("https://host/x"), file).headers())
        .isEqualTo(Map.of("Authorization", "Bearer s3cret", "X-Run", "a"));
  }

  @Test
  void aHeaderThatCannotBeSentIsNamedWithoutItsValue() throws IOException {
    refuses(headers("Bearer s3cret\n"), "a header has no name that can be sent; use Name: value");
    refuses(
        headers("X-Key: s3crét\n"),
        "header 'X-Key' has a value beyond ASCII; take those characters out");
  }

  @Test
  void aHeaderOfTheClientsOwnIsRefusedBeforeAnythingIsSent() throws IOException {
    refuses(
        headers("Host: elsewhere\n"), "header 'Host' is set by the client itself; leave it out");
  }

  @Test
  void aFileOfHeadersThatIsMissingIsNamed() {
    Path missing = folder.resolve("missing");
    var spec = new SinkSpec("webhook", Map.of("url", "http://h", "headers", missing.toString()));

    assertThatThrownBy(() -> registry.sink(spec))
        .isInstanceOf(IOException.class)
        .hasMessage("sink 'webhook': " + missing + " cannot be read; check the path of headers");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          webhook                            | url is missing; use url=URL
          webhook:url=host/s3cret            | url is no http or https URL; write it like https://host/path
          webhook:url=ftp://u:s3cret@host    | url is no http or https URL; write it like https://host/path
          webhook:url=https://h o/s3cret     | url is no http or https URL; write it like https://host/path
          webhook:url=http://h,retries=11    | retries is 11; use 0 to 10
          webhook:url=http://h,token=s3cret  | option 'token' is a secret; use token=env:NAME or token=@FILE
          webhook:url=http://h,timeout=0s    | a timeout of PT0S is none; use some
          webhook:ulr=http://h               | unknown option 'ulr'; did you mean 'url'? known: headers, limit, retries, timeout, token, url
          """)
  void whatIsWrongIsNamedWithoutSecrets(String spec, String message) {
    refuses(SinkSpec.parse(spec), message);
  }

  private SinkSpec headers(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("headers"), text);
    return new SinkSpec("webhook", Map.of("url", "http://h", "headers", file.toString()));
  }

  private void refuses(SinkSpec spec, String message) {
    assertThatThrownBy(() -> registry.sink(spec))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sink 'webhook': " + message);
  }
}
