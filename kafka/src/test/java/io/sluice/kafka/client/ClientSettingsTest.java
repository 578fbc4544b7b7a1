package io.sluice.kafka.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.sink.SinkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSettingsTest {

  private static final String PLAIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required";

  @TempDir private Path folder;

  @Test
  void theFileAndTheOptionsMakeTheClient() throws IOException {
    Path config =
        file("sasl.mechanism=PLAIN\nsecurity.protocol=SSL\nlinger.ms=7\nacks=1", "rw-------");

    Map<String, Object> client =
        settings("config", config.toString(), "security", "sasl_ssl", "servers", "a:1;b:2")
            .client(Map.of("linger.ms", 5, "client.id", "sluice"), Map.of("acks", "all"));

    assertThat(client)
        .containsEntry("bootstrap.servers", "a:1,b:2")
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.mechanism", "PLAIN")
        .containsEntry("linger.ms", "7")
        .containsEntry("client.id", "sluice")
        .containsEntry("acks", "all");
  }

  @Test
  void aFileThatOthersCanReadIsRefused() throws IOException {
    Path config = file("sasl.jaas.config=" + PLAIN + " password=\"s3cret\";", "rw-r--r--");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("config", config.toString()))
        .withMessage(
            config + " can be read by others, and may hold a password; chmod 600 " + config);
  }

  @Test
  void aFileThatIsNotThereIsOneLine() {
    Path config = folder.resolve("none");

    assertThatIOException()
        .isThrownBy(() -> settings("config", config.toString()))
        .withMessageStartingWith(config + " cannot be read: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "interceptor.classes",
        "metric.reporters",
        "sasl.login.callback.handler.class",
        "sasl.client.callback.handler.class",
        "ssl.engine.factory.class",
        "partitioner.class",
        "security.providers",
        "config.providers",
        "config.providers.file.class",
        "value.serializer",
        "partition.assignment.strategy"
      })
  void aSettingThatLoadsClassesIsRefused(String name) throws IOException {
    Path config = file(name + "=com.example.Secret", "rw-------");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("config", config.toString()))
        .withMessage(config + ": " + name + " loads classes; allow that with unsafe=yes");
    assertThat(settings("config", config.toString(), "unsafe", "yes").client(Map.of(), Map.of()))
        .containsKey(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.example.Login required password=\"s3cret\";",
        PLAIN + " password=\"s3cret\"; com.example.Login optional;",
        PLAIN + " password=\"s3cret\";\\n com.example.Login REQUISITE;",
        "com.sun.security.auth.module.JndiLoginModule required;",
        "nothing at all"
      })
  void aLoginModuleThatIsNotKnownIsRefused(String login) throws IOException {
    Path config = file("sasl.jaas.config=" + login, "rw-------");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("config", config.toString()))
        .withMessage(
            config
                + ": sasl.jaas.config has another login module than Plain, Scram and OAuthBearer;"
                + " allow that with unsafe=yes");
  }

  @Test
  void aPasswordMayLookLikeALoginModule() throws IOException {
    Path config =
        file("sasl.jaas.config=" + PLAIN + " password=\"com.x.Y required \\\\\"\";", "rw-------");

    assertThat(settings("config", config.toString()).servers()).isEqualTo("a:1");
  }

  @Test
  void theTextFormShowsNoValue() throws IOException {
    Path config = file("ssl.key.password=s3cret", "rw-------");

    assertThat(settings("config", config.toString())).hasToString("ClientSettings[a:1]");
  }

  @Test
  void settingsThatConnectInTheSameWayAreEqual() throws IOException {
    Path config = file("ssl.key.password=s3cret", "rw-------");

    assertThat(settings("config", config.toString()))
        .isEqualTo(settings("config", config.toString()))
        .isNotEqualTo(settings("servers", "a:1"));
  }

  @Test
  void aCertificateWithoutItsKeyIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("cert", "c.pem"))
        .withMessage("of cert and cert-key one is missing; name both files");
  }

  @Test
  void aFileThatHoldsNoCertificateIsRefused() throws IOException {
    Path file = file("a key?", "rw-r--r--");

    assertThatIOException()
        .isThrownBy(() -> settings("ca", file.toString()))
        .withMessage(file + " holds no CERTIFICATE in PEM; name a file that does");
  }

  private Path file(String text, String mode) throws IOException {
    Path file = Files.writeString(folder.resolve("client.properties"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private static ClientSettings settings(String... options) throws IOException {
    Map<String, String> given = new HashMap<>(Map.of("servers", "a:1"));
    for (int i = 0; i < options.length; i += 2) {
      given.put(options[i], options[i + 1]);
    }
    return ClientSettings.of(SinkOptions.of(ClientSettings.DECLARED, given));
  }
}
