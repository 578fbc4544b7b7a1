package io.sluice.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.kafka.sink.KafkaSinkFactory;
import io.sluice.pipeline.RunOptions;
import io.sluice.sink.Sink;
import io.sluice.sink.SinkOptions;
import io.sluice.testkit.AnswerScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Connections by TLS with a user and a password. */
@Tag("thorough")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecuredBrokerTest {

  private static final String PASSWORD = "correct-horse";

  private final KafkaSinkFactory sinks = new KafkaSinkFactory();
  private Path folder = Path.of("");
  private TestBroker broker;
  private BrokerIdentity identity;

  @BeforeAll
  void start(@TempDir Path made) throws Exception {
    folder = made;
    identity = BrokerIdentity.make(folder, "broker");
    String secure = "listener.name.secure.";
    broker =
        TestBroker.start(
            Files.createDirectory(folder.resolve("data")),
            Map.of(
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SECURE:SASL_SSL",
                "sasl.enabled.mechanisms",
                "SCRAM-SHA-512",
                secure + "scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                secure + "ssl.keystore.type",
                "PKCS12",
                secure + "ssl.keystore.location",
                identity.store().toString(),
                secure + "ssl.keystore.password",
                BrokerIdentity.PASSWORD),
            List.of("SCRAM-SHA-512=[name=alice,password=" + PASSWORD + "]"));
    broker.topic("secured", 1);
  }

  @AfterAll
  void stop() {
    sinks.close();
    broker.close();
  }

  @Test
  void theRightPasswordIsLetIn() throws Exception {
    assertThat(complaints(login(PASSWORD), identity)).isEmpty();
    assertThat(TopicReader.lines(broker, "secured")).isNotEmpty();
  }

  @Test
  void aWrongPasswordIsOneLineWithoutIt() throws Exception {
    assertThat(complaints(login("wrong-horse"), identity))
        .containsExactly(
            "sink 'kafka': "
                + broker.servers("SECURE")
                + " refuses the user or the password; check those in the config file");
  }

  @Test
  void aCertificateOfAnUnknownAuthorityIsOneLine() throws Exception {
    assertThat(complaints(login(PASSWORD), BrokerIdentity.make(folder, "stranger")))
        .containsExactly(
            "sink 'kafka': "
                + broker.servers("SECURE")
                + " and this client do not trust each other's certificates; name the authority of"
                + " the brokers with ca, and your own certificate with cert");
  }

  @Test
  void aMechanismThatTheBrokersDoNotHaveIsOneLine() throws Exception {
    assertThat(complaints(login(PASSWORD).replace("SHA-512", "SHA-256"), identity))
        .singleElement()
        .asString()
        .contains(broker.servers("SECURE"))
        .doesNotContain(PASSWORD, "alice");
  }

  @Test
  void aSettingThatCannotBeUsedIsNamedWithoutItsValue() throws Exception {
    assertThat(
            complaints(login(PASSWORD) + "ssl.protocol=s3cret\nsend.buffer.bytes=s3cret", identity))
        .containsExactly(
            "sink 'kafka': the setting send.buffer.bytes cannot be used; check the config file and"
                + " what it names");
  }

  private List<String> complaints(String config, BrokerIdentity trusted) throws IOException {
    Path file = Files.createTempFile(folder, "client", ".properties");
    Files.writeString(file, config);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Map<String, String> options = new HashMap<>();
    options.put("servers", broker.servers("SECURE"));
    options.put("topic", "secured");
    options.put("security", "sasl_ssl");
    options.put("ca", trusted.certificate().toString());
    options.put("config", file.toString());
    Sink sink = sinks.create(SinkOptions.of(sinks.options(), options));
    return WrittenRun.of(
            sink, RunOptions.defaults().id("secured-1"), AnswerScript.answer("All is well."))
        .complaints();
  }

  private static String login(String password) {
    return "sasl.mechanism=SCRAM-SHA-512\n"
        + "sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required"
        + " username=\"alice\" password=\""
        + password
        + "\";\n";
  }
}
