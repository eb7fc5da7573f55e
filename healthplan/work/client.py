"""Who asks, as far as turns in the queue go."""

from ipaddress import IPv6Address, ip_address

NETWORK = 64  # bits of an IPv6 address that its owner cannot change


def network_of(host: str) -> str:
    """An IPv4 address as it is; of an IPv6 address the part that its owner cannot change."""
    try:
        address = ip_address(host)
    except ValueError:  # a test, or a socket of this machine
        return host
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or int(address) >> (128 - NETWORK))
    return str(address)
