package io.sluice.plugin;

import com.google.inject.CreationException;
import com.google.inject.ProvisionException;
import com.google.inject.spi.Message;
import java.util.Collection;
import java.util.ServiceConfigurationError;

/** Describes in one line what is wrong with a plugin, and what its author or user can do. */
final class PluginProblem {

  private PluginProblem() {}

  /** The first message of Guice, the JVM or the plugin. */
  static String of(Throwable broken) {
    if (broken instanceof CreationException creation) {
      return first(creation.getErrorMessages());
    }
    if (broken instanceof ProvisionException provision) {
      return first(provision.getErrorMessages());
    }
    if (broken instanceof ServiceConfigurationError service) {
      return service.getCause() == null ? unnamed(service) : of(service.getCause());
    }
    if (broken instanceof LinkageError stale) {
      return stale(stale);
    }
    return said(broken);
  }

  private static String first(Collection<Message> messages) {
    return messages.stream()
        .findFirst()
        .map(first -> first.getCause() == null ? line(first.getMessage()) : of(first.getCause()))
        .orElse("no reason given");
  }

  /**
   * Removes the name of the service, which the service loader puts first and which is always the
   * same here.
   */
  private static String unnamed(ServiceConfigurationError service) {
    String message = line(String.valueOf(service.getMessage()));
    return message.replaceFirst("^" + Plugin.class.getName() + ": ", "")
        + "; correct its META-INF/services/"
        + Plugin.class.getName();
  }

  private static String stale(LinkageError stale) {
    if (stale instanceof UnsupportedClassVersionError) {
      String newer = said(stale).replaceFirst(", this version.*", "");
      return newer + "; compile it for Java 17, or run a newer Java";
    }
    if (stale instanceof NoClassDefFoundError) {
      return said(stale) + "; pack that class into the jar";
    }
    return stale instanceof ExceptionInInitializerError && stale.getCause() != null
        ? of(stale.getCause())
        : said(stale) + "; compile it against this version of Sluice";
  }

  private static String said(Throwable broken) {
    String message = broken.getMessage();
    String kind = broken.getClass().getSimpleName();
    return message == null ? kind : kind + ": " + line(message);
  }

  private static String line(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
  }
}
