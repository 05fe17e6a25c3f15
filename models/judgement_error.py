"""What every model raises that cannot say anything of a picture."""


class JudgementError(RuntimeError):
    """The model gave no usable numbers: the part could not be judged."""
