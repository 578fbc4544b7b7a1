package io.sluice.transport.netty.route;

import java.util.List;
import java.util.Locale;

/**
 * The servers that are reached without a proxy, as {@code NO_PROXY} lists them. A name covers its
 * subdomains too. An address, or a block of addresses such as {@code 10.0.0.0/8} or {@code
 * fd00::/8}, covers only addresses, since no name is resolved for it. Each may have a port. {@code
 * *} covers all servers; an entry of any other form covers none. Immutable.
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

  /** Whether an entry of the list excludes that server from proxies. */
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

  /** Removes the dot at the end of a name, which does not change its meaning. */
  private static String withoutDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
