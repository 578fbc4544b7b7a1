package io.sluice.cli.plugins;

import io.sluice.cli.settings.UsageException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Jars by their Maven coordinates: from the user's local repository, else from a remote one, Maven
 * Central.
 *
 * @param local the local repository, if there is a home
 * @param remote the remote one
 */
record MavenJars(Optional<Path> local, CheckedDownload remote) {
  /** The most bytes of a jar. */
  static final int LARGEST = 64 * 1024 * 1024;

  private static final URI CENTRAL = URI.create("https://repo1.maven.org/maven2/");
  private static final int USUAL_PROXY_PORT = 80;

  static MavenJars of(Map<String, String> environment) {
    Optional<Path> home =
        Optional.ofNullable(environment.get("HOME")).filter(set -> !set.isBlank()).map(Path::of);
    return new MavenJars(
        home.map(folder -> folder.resolve(".m2").resolve("repository")),
        new CheckedDownload(CENTRAL, LARGEST, proxy(environment)));
  }

  /**
   * The jar of these coordinates.
   *
   * @param folder where a jar that is fetched is written
   * @throws UsageException in one line, if it is in neither repository, or cannot be fetched whole
   */
  Path jar(MavenCoordinates coordinates, Path folder) throws IOException {
    Optional<Path> kept =
        local.map(root -> root.resolve(coordinates.path())).filter(Files::isRegularFile);
    if (kept.isPresent()) {
      return kept.get();
    }
    if (coordinates.isSnapshot()) {
      throw new UsageException(
          coordinates
              + " is not in "
              + local.map(Path::toString).orElse("~/.m2/repository")
              + "; build it with mvn install, or add its jar by name");
    }
    return Files.write(
        folder.resolve(coordinates.fileName()),
        remote.fetch(coordinates.path(), coordinates.toString()));
  }

  private static Optional<ProxySelector> proxy(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("HTTPS_PROXY"))
        .or(() -> Optional.ofNullable(environment.get("https_proxy")))
        .filter(set -> !set.isBlank())
        .map(MavenJars::proxy);
  }

  private static ProxySelector proxy(String variable) {
    try {
      URI proxy = URI.create(variable.contains("://") ? variable : "http://" + variable);
      int port = proxy.getPort() < 0 ? USUAL_PROXY_PORT : proxy.getPort();
      return ProxySelector.of(new InetSocketAddress(String.valueOf(proxy.getHost()), port));
    } catch (IllegalArgumentException malformed) {
      throw new UsageException("HTTPS_PROXY is no URL; correct it, or unset it", malformed);
    }
  }
}
