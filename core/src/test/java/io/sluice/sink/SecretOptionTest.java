package io.sluice.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretOptionTest {

  private static final SinkOption TOKEN =
      SinkOption.of("token", SinkOption.Type.SECRET, "who asks").required();
  private static final SinkOption URL = SinkOption.of("url", SinkOption.Type.TEXT, "").required();

  @TempDir Path folder;

  @Test
  void aSecretIsReadFromItsVariable() {
    SinkOptions options = given("env:MY_TOKEN", Map.of("MY_TOKEN", "s3cret"));

    assertThat(options.secret("token")).map(Secret::reveal).contains("s3cret");
    assertThat(options.masked("GET /?t=s3cret")).isEqualTo("GET /?t=***");
    assertThat(options.secret("token").toString()).doesNotContain("s3cret");
  }

  @Test
  void aSecretIsReadFromItsFileWithoutTheLastLineBreak() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), " s3cret \r\n");

    assertThat(given("@" + file, Map.of()).secret("token"))
        .map(Secret::reveal)
        .contains(" s3cret ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cret", "env:", "@", "", "s3cret@FILE"})
  void aSecretThatIsWrittenOutIsRefusedAndNotRepeated(String value) {
    assertRefused(value, "option 'token' is a secret; use token=env:NAME or token=@FILE");
  }

  @Test
  void aSecretThatCannotBeReadIsRefused() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty"), "\n");
    Path large = Files.writeString(folder.resolve("large"), "x".repeat(70_000));
    Path missing = folder.resolve("missing");

    assertRefused(
        "env:MY_TOKEN", "option 'token': the variable MY_TOKEN is not set; set it to the secret");
    assertRefused(
        "@" + empty, "option 'token': the file " + empty + " is empty; write the secret into it");
    assertRefused(
        "@" + large,
        "option 'token': the file "
            + large
            + " is larger than 64 KiB; name the file of the secret alone");
    assertRefused(
        "@" + missing,
        "option 'token': the file " + missing + " cannot be read; check its name and permissions");
  }

  @Test
  void anOptionThatIsRequiredSaysHowToGiveIt() {
    assertThatThrownBy(() -> SinkOptions.of(List.of(TOKEN), Map.of(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("token is missing; use token=env:NAME or token=@FILE");
    assertThatThrownBy(() -> SinkOptions.of(List.of(URL), Map.of()))
        .hasMessage("url is missing; use url=URL");
    assertThat(URL.isRequired()).isTrue();
    assertThat(URL).isNotEqualTo(SinkOption.of("url", SinkOption.Type.TEXT, ""));
  }

  @Test
  void aSecretHasNoStandardValue() {
    assertThatThrownBy(() -> TOKEN.orElse("env:X"))
        .hasMessage("option 'token' is a secret, which has no standard value");
    assertThat(TOKEN.usage()).isEqualTo("token=env:NAME|@FILE");
  }

  @Test
  void aSecretIsNotReadAsText() {
    SinkOptions options = given("env:T", Map.of("T", "s3cret"));
    assertThatThrownBy(() -> options.text("token")).isInstanceOf(IllegalStateException.class);
  }

  private static void assertRefused(String value, String complaint) {
    assertThatThrownBy(() -> given(value, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(complaint);
  }

  private static SinkOptions given(String token, Map<String, String> environment) {
    return SinkOptions.of(List.of(TOKEN), Map.of("token", token), environment);
  }
}
