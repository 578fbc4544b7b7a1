package io.sluice.transport.netty.connect;

import io.netty.util.Version;
import io.sluice.transport.netty.http.HttpCodec;
import java.util.function.Supplier;

/** Refuses a Netty that is too old, as another library's BOM may choose it. */
final class SupportedNetty {

  private static final String OLDEST = "4.1.138.Final";

  private SupportedNetty() {}

  /**
   * Uses what only recent versions have.
   *
   * @throws IllegalStateException in one line, if it is missing
   */
  static void check() {
    // A reference to the method would be resolved here, where its error would not be caught.
    check(() -> HttpCodec.make(), SupportedNetty::found);
  }

  /** Checks by {@code use}; {@code found} is the version for the message. */
  static void check(Runnable use, Supplier<String> found) {
    try {
      use.run();
    } catch (LinkageError missing) {
      throw new IllegalStateException(
          "Netty "
              + found.get()
              + " is on the class path, but Sluice needs "
              + OLDEST
              + " or later, or 4.2; set the property netty.version of your build, or import"
              + " netty-bom in that version before other BOMs",
          missing);
    }
  }

  private static String found() {
    Version version = Version.identify().get("netty-codec-http");
    return version == null ? "of an unknown version" : version.artifactVersion();
  }
}
