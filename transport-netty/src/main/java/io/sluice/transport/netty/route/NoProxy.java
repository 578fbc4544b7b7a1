package io.sluice.transport.netty.route;

import java.util.List;
import java.util.Locale;

/**
 * The servers that are reached without a proxy, as {@code NO_PROXY} lists them: names, which cover
 * what lies below them too; addresses and blocks of addresses such as {@code 10.0.0.0/8} or {@code
 * fd00::/8}, which cover addresses alone, since no name is resolved for them; each with or without
 * a port; or {@code *} for all. What is none of these covers nothing. Immutable.
 */
public final class NoProxy {

  private final List<String> entries;

  private NoProxy(List<String> entries) {
    this.entries = entries;
  }

  /** The servers in a list whose entries are separated by commas or blanks. */
  public static NoProxy of(String list) {
    return new NoProxy(List.of(list.toLowerCase(Locale.ROOT).split("[,\\s]+")));
  }

  public boolean covers(Target target) {
    return entries.stream().anyMatch(entry -> covers(entry, target));
  }

  private static boolean covers(String entry, Target target) {
    if (entry.equals("*")) {
      return true;
    }
    if (entry.indexOf('/') >= 0 || AddressBlock.isAddress(entry)) {
      return AddressBlock.of(entry).filter(block -> block.holds(target.host())).isPresent();
    }
    int colon = entry.lastIndexOf(':');
    boolean hasPort = colon > 0 && entry.substring(colon + 1).matches("\\d{1,5}");
    if (hasPort && Integer.parseInt(entry.substring(colon + 1)) != target.port()) {
      return false;
    }
    return coversHost(hasPort ? entry.substring(0, colon) : entry, target.host());
  }

  private static boolean coversHost(String entry, String host) {
    if (AddressBlock.isAddress(entry)) {
      return AddressBlock.of(entry).filter(block -> block.holds(host)).isPresent();
    }
    if (AddressBlock.isAddress(host)) {
      return false;
    }
    String name = withoutDot(entry.startsWith("*.") ? entry.substring(2) : entry);
    String bare = name.startsWith(".") ? name.substring(1) : name;
    String asked = withoutDot(host.toLowerCase(Locale.ROOT));
    return !bare.isEmpty() && (asked.equals(bare) || asked.endsWith("." + bare));
  }

  /** A name that ends with a dot is the same name. */
  private static String withoutDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
