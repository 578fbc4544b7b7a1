package io.sluice.cli.run;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Flag;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.NamedEndpoint;
import io.sluice.settings.SettingKey;
import io.sluice.settings.SettingValue;
import io.sluice.stream.Failure;
import io.sluice.transport.netty.NettyTransport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The files that TLS needs.
 *
 * @param authorities the certificates of authorities to trust besides the JDK's
 * @param certificate the client's own certificate
 * @param key the key of that certificate, if it is in another file
 */
public record TlsOptions(
    Optional<Path> authorities, Optional<Path> certificate, Optional<Path> key) {
  /** The variable of OpenSSL, which many tools read. */
  private static final String CA_VARIABLE = "SSL_CERT_FILE";

  static List<OptionSpec> flags() {
    return List.of(
        Flag.value(
            FlagKey.CA_FILE,
            "FILE",
            "PEM: authorities to trust besides the JDK's; else " + CA_VARIABLE),
        Flag.value(
            FlagKey.CLIENT_CERT, "FILE", "PEM: the certificate for a server that demands one"),
        Flag.value(FlagKey.CLIENT_KEY, "FILE", "PEM: its key, if that is in another file"));
  }

  /** The file of authorities, and who named it. */
  public static Optional<SettingValue> authorities(Arguments arguments) {
    return arguments.value(FlagKey.CA_FILE).or(() -> ofVariable(arguments));
  }

  private static Optional<SettingValue> ofVariable(Arguments arguments) {
    return arguments
        .variable(CA_VARIABLE)
        .filter(set -> !set.isBlank())
        .map(file -> new SettingValue(CA_VARIABLE, file));
  }

  /** Reads the options; reads no file. */
  static TlsOptions of(Arguments arguments) {
    return new TlsOptions(
        authorities(arguments).map(SettingValue::path),
        arguments.value(FlagKey.CLIENT_CERT).map(SettingValue::path),
        arguments.value(FlagKey.CLIENT_KEY).map(SettingValue::path));
  }

  /** Reads what the files say of an endpoint; reads none of the files that they name. */
  static TlsOptions of(NamedEndpoint endpoint, Arguments arguments) {
    Function<SettingKey, Optional<SettingValue>> said =
        key -> endpoint.setting(key).map(setting -> setting.given().get(0));
    return new TlsOptions(
        said.apply(SettingKey.CA_FILE).or(() -> ofVariable(arguments)).map(SettingValue::path),
        said.apply(SettingKey.CLIENT_CERT).map(SettingValue::path),
        said.apply(SettingKey.CLIENT_KEY).map(SettingValue::path));
  }

  /** Has {@code transport} read the files when it is built. */
  void applyTo(NettyTransport.Builder transport) {
    authorities.ifPresent(transport::authorities);
    if (certificate.isEmpty() && key.isPresent()) {
      throw new UsageException(
          FlagKey.CLIENT_KEY.flag()
              + " is the key of no certificate; add "
              + FlagKey.CLIENT_CERT.flag());
    }
    certificate.ifPresent(file -> transport.identity(file, key.orElse(file)));
  }

  /** The message of a failed connection, with the flag that gives what was missing. */
  static String withRemedy(Failure.Connection failure) {
    String remedy =
        failure
            .missing()
            .map(
                missing ->
                    switch (missing) {
                      case AUTHORITY -> " with " + FlagKey.CA_FILE.flag();
                      case CLIENT_CERTIFICATE -> "; use " + FlagKey.CLIENT_CERT.flag();
                    })
            .orElse("");
    return failure.message() + remedy;
  }
}
