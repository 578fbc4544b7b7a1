package io.sluice.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sluice.wire.ApiKey;
import io.sluice.wire.DialectDefaults;
import io.sluice.wire.Endpoint;
import io.sluice.wire.OpenAiDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where an endpoint is, and with which key it is asked. */
class NamedEndpointTest {
  private static final DialectDefaults OPENAI = new OpenAiDialect().defaults();

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void home() {
    environment.put("XDG_CONFIG_HOME", folder.toString());
  }

  @Test
  void aBuiltInEndpointNeedsOnlyItsKey() {
    environment.put("GROQ_API_KEY", "g-1");
    environment.put("OPENAI_API_KEY", "sk-1");
    environment.put("OPENAI_BASE_URL", "http://elsewhere/v1");
    NamedEndpoint groq = load().endpoint("groq");

    assertThat(groq.dialect()).isEqualTo("openai");
    assertThat(groq.isUsual()).isFalse();
    assertThat(groq.model()).isEmpty();
    assertAsked(groq.endpoint(OPENAI), "https://api.groq.com/openai/v1", "g-1");
  }

  @Test
  void theUsualServerOfADialectHasTheVariablesOfTheDialect() {
    environment.put("ANTHROPIC_API_KEY", "a-1");
    environment.put("ANTHROPIC_BASE_URL", "http://proxy/v1");
    NamedEndpoint anthropic = load().endpoint("anthropic");

    assertThat(anthropic.dialect()).isEqualTo("anthropic");
    assertThat(anthropic.isUsual()).isTrue();
    assertAsked(anthropic.endpoint(DialectDefaults.of("anthropic")), "http://proxy/v1", "a-1");
  }

  @Test
  void aServerOnThisMachineNeedsNoKey() {
    DialectDefaults local = DialectDefaults.of("ollama").at("http://localhost:11434");
    NamedEndpoint ollama = load().endpoint("ollama-native");

    assertThat(ollama.dialect()).isEqualTo("ollama");
    assertThat(ollama.endpoint(local).baseUrl()).hasToString("http://localhost:11434");
    assertThat(ollama.endpoint(local).key()).isEmpty();
    environment.put("OLLAMA_API_KEY", "o-1");
    assertThat(load().endpoint("ollama-native").endpoint(local).key()).isPresent();
  }

  @Test
  void aKeyThatIsMissingIsNamedWithItsRemedy() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> load().endpoint("groq").endpoint(OPENAI))
        .withMessage(
            "endpoint 'groq' has no key; set GROQ_API_KEY,"
                + " or give it an api-key-command in sluice.yaml");
  }

  @Test
  void aUrlThatIsMissingIsNamedWithItsRemedy() throws IOException {
    write("endpoints: {acme: {dialect: acme}}\n");

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> load().endpoint("acme").endpoint(DialectDefaults.of("acme")))
        .withMessage(
            "endpoint 'acme' has no URL; set ACME_BASE_URL,"
                + " or give it a base-url in sluice.yaml");
  }

  @Test
  void aServerWithoutAVariableNeedsNoKey() {
    environment.put("OPENAI_API_KEY", "sk-1");

    assertThat(load().endpoint("ollama").endpoint(OPENAI).key()).isEmpty();
  }

  @Test
  void aKeyMayStandInAFileBesideTheSettings() throws IOException {
    write("endpoints: {work: {base-url: 'http://w/v1', api-key-file: key.txt}}\n");
    Files.writeString(folder.resolve("sluice/key.txt"), "f-1\n");

    assertThat(fetched("work")).contains("f-1");
  }

  @Test
  void aKeyFileThatIsMissingIsOneLineWhenTheKeyIsFetched() throws IOException {
    write("endpoints: {work: {base-url: 'http://w/v1', api-key-file: key.txt}}\n");
    NamedEndpoint work = load().endpoint("work");

    assertThat(work.key(OPENAI, System.err).map(KeySource::state))
        .contains("from " + folder.resolve("sluice/key.txt"));
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> work.endpoint(OPENAI))
        .withMessage(folder.resolve("sluice/key.txt") + " does not exist; check the path");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aCommandMayPrintTheKey() throws IOException {
    write(
        """
        endpoints:
          work:
            base-url: http://w/v1
            api-key-command: sh -c 'echo c-1; echo "user - me"'
        """);

    assertThat(fetched("work")).contains("c-1");
  }

  @Test
  void whatTheEndpointSaysComesBeforeWhatHoldsForAll() throws IOException {
    write(
        """
        model: elsewhere
        seed: 1
        aliases: {ours: our-model}
        endpoints: {work: {base-url: 'http://w/v1', model: ours}}
        """);
    NamedEndpoint work = load().endpoint("work");

    assertThat(work.model()).contains("our-model");
    assertThat(work.setting(SettingKey.SEED).map(Setting::value)).contains("1");
    assertThat(load().endpoint("groq").model()).contains("elsewhere");
  }

  @Test
  void aFileThatCountsMoreThanTheOneThatChoseTheEndpointComesFirst() throws IOException {
    write("endpoint: work\nendpoints: {work: {base-url: 'http://w/v1', model: a, seed: 1}}\n");
    Path project = Files.createDirectories(folder.resolve("project"));
    Files.writeString(project.resolve("sluice.yaml"), "model: b\n");
    NamedEndpoint work = Settings.load(environment, project).endpoint().orElseThrow();

    assertThat(work.model()).contains("b");
    assertThat(work.setting(SettingKey.SEED).map(Setting::value)).contains("1");
  }

  private static void assertAsked(Endpoint endpoint, String url, String key) {
    assertThat(endpoint.baseUrl()).hasToString(url);
    assertThat(endpoint.key().map(ApiKey::reveal)).contains(key);
  }

  private Optional<String> fetched(String name) {
    return load().endpoint(name).endpoint(OPENAI).key().map(ApiKey::reveal);
  }

  private Settings load() {
    return Settings.load(environment, folder);
  }

  private void write(String yaml) throws IOException {
    Path file = Files.createDirectories(folder.resolve("sluice")).resolve("sluice.yaml");
    Files.writeString(file, yaml);
  }
}
