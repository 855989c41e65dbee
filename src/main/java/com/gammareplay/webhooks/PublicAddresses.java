package com.gammareplay.webhooks;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;

/**
 * Tells addresses of the public internet from all others, by IANA's registries of special-purpose addresses (RFC 6890)
 * and the like. In IPv6 only what is known to be public counts as such.
 */
final class PublicAddresses {

    private static final List<InetAddressMatcher> NOT_PUBLIC = Stream.of(
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
                    "3fff::/20")
            .map(InetAddressMatchers::fromIpAddress)
            .toList();
    private static final InetAddressMatcher GLOBAL_UNICAST = InetAddressMatchers.fromIpAddress("2000::/3");
    private static final InetAddressMatcher NAT64 = InetAddressMatchers.fromIpAddress("64:ff9b::/96");
    private static final int EMBEDDED_AT = 12;

    private PublicAddresses() {}

    /** Whether an address belongs to the public internet. */
    static boolean contain(InetAddress address) {
        if (NAT64.matches(address)) {
            return contain(embedded(address));
        }
        return (!(address instanceof Inet6Address) || GLOBAL_UNICAST.matches(address))
                && NOT_PUBLIC.stream().noneMatch(range -> range.matches(address));
    }

    private static InetAddress embedded(InetAddress address) {
        var bytes = address.getAddress();
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, EMBEDDED_AT, bytes.length));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address of NAT64 must end in one of IPv4, was " + address, e);
        }
    }
}
