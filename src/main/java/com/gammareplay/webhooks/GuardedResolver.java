package com.gammareplay.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the client only addresses that it may connect to. It connects to the very addresses it is given, so that no
 * second answer of the name's owner can lead elsewhere.
 */
final class GuardedResolver implements DnsResolver {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedResolver.class);

    private final HostResolver hosts;
    private final boolean allowPrivate;

    GuardedResolver(HostResolver hosts, boolean allowPrivate) {
        this.hosts = hosts;
        this.allowPrivate = allowPrivate;
    }

    /** @throws UnknownHostException if there is no address, or if a single one is not public */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = hosts.resolve(host);
        if (allowPrivate) {
            return addresses;
        }
        for (var address : addresses) {
            if (!PublicAddresses.contain(address)) {
                LOG.warn("The host {} has the address {}, which is not public", host, address.getHostAddress());
                throw new UnknownHostException(host);
            }
        }
        return addresses;
    }

    /** @throws UnknownHostException always: names are taken as they are */
    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        throw new UnknownHostException(host);
    }
}
