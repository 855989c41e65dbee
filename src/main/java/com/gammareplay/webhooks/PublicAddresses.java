package com.gammareplay.webhooks;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public internet from all others, by IANA's registries of special-purpose addresses (RFC 6890)
 * and the like. In IPv6 only what is known to be public counts as such.
 */
final class PublicAddresses {

    private static final List<AddressRange> NOT_PUBLIC = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            // IETF protocol assignments, Teredo among them, whose addresses hold others
            "2001::/23",
            "2001:db8::/32",
            // 6to4, whose addresses hold those of IPv4
            "2002::/16",
            "3fff::/20");
    private static final AddressRange GLOBAL_UNICAST = AddressRange.of("2000::/3");
    private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96");
    private static final int EMBEDDED_AT = 12;

    private PublicAddresses() {}

    private static List<AddressRange> ranges(String... texts) {
        return Arrays.stream(texts).map(AddressRange::of).toList();
    }

    /** Whether an address belongs to the public internet. */
    static boolean contain(InetAddress address) {
        if (NAT64.contains(address)) {
            return contain(embedded(address));
        }
        return (!(address instanceof Inet6Address) || GLOBAL_UNICAST.contains(address))
                && NOT_PUBLIC.stream().noneMatch(range -> range.contains(address));
    }

    private static InetAddress embedded(InetAddress address) {
        var bytes = address.getAddress();
        return AddressRange.address(Arrays.copyOfRange(bytes, EMBEDDED_AT, bytes.length));
    }
}
